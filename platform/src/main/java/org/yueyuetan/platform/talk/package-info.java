/**
 * The monthly talk (月月谈): planning, convening, answers, the day itself, and what was promised
 * there.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "words",
      "region",
      "document",
      "account",
      "notice",
      "organization",
      "need",
      "theme"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.talk;
