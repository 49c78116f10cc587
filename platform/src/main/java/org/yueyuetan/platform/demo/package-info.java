/** The demo: Liaocheng's year 2021, told through the same services that people use. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "document",
      "account",
      "region",
      "organization",
      "need",
      "theme",
      "talk",
      "panel",
      "opinion",
      "policy",
      "disposition",
      "project",
      "showcase",
      "selection",
      "matchmaking",
      "agreement",
      "fulfilment"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.demo;
