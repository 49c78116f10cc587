/**
 * What became of it: the golden thread from need to answer, the figures, and the month's brief.
 * Learns everything from the facts that other rooms publish.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "document",
      "account",
      "notice",
      "need",
      "theme",
      "talk",
      "opinion",
      "policy",
      "disposition",
      "project",
      "selection",
      "agreement",
      "matchmaking",
      "fulfilment"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.outcome;
