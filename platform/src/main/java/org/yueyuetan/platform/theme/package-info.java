/**
 * The month's theme: needs gathered into candidates, put to the organizations, one chosen with its
 * reasons.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "lifecycle",
      "form",
      "region",
      "account",
      "notice",
      "organization",
      "need"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.theme;
