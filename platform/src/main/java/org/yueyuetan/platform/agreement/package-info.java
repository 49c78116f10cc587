/**
 * Agreements (协议) between organizations: drafted from templates, approved inside each party, signed
 * electronically one after another or on paper, and verified by anybody.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "region",
      "document",
      "signature",
      "account",
      "notice",
      "organization",
      "policy",
      "disposition",
      "project"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.agreement;
