/**
 * The matchmaking afternoon of a talk (对接会): who meets whom, when and at which table; replanned
 * while it goes on.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "account",
      "notice",
      "need",
      "talk",
      "showcase",
      "selection"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.matchmaking;
