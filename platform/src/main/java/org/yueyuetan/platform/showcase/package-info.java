/**
 * The showcase (特点展示): organizations take the stage of a talk with what they can offer and what
 * they need; guests mark on the phone whom they would like to work with.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "document",
      "account",
      "notice",
      "organization",
      "need",
      "talk",
      "project"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.showcase;
