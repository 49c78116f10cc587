/**
 * What all pages share, and the pages that belong to no other room: home, month board, my page,
 * search.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "account",
      "agreement",
      "fulfilment",
      "selection",
      "matchmaking",
      "notice",
      "organization",
      "need",
      "theme",
      "talk",
      "disposition",
      "policy",
      "project",
      "outcome",
      "region",
      "form",
      "lifecycle"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.web;
