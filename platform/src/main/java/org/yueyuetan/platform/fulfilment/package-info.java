/**
 * What becomes of signed agreements (履约): milestones and amounts reported with evidence and
 * confirmed by the other side, late ones marked, changes and ends by consent of all parties.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "document",
      "account",
      "notice",
      "organization",
      "need",
      "talk",
      "project",
      "agreement"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.fulfilment;
