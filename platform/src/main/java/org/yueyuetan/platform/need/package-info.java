/** Needs and offers of organizations: stated, accepted, taken up in a theme, answered. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "lifecycle",
      "form",
      "words",
      "region",
      "document",
      "account",
      "notice",
      "intake",
      "organization"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.need;
