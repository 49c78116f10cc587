/**
 * What all pages share, and the pages that belong to no other room: home, month board, my page,
 * search.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "account",
      "notice",
      "intake",
      "organization",
      "need",
      "theme",
      "talk",
      "outcome",
      "region",
      "document",
      "words",
      "form",
      "lifecycle"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.web;
