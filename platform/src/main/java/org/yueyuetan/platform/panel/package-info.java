/**
 * Convening by lot (邀请抽签): whom a talk invites is drawn from a fair lottery within quotas, by a
 * seed that was fixed before the list; everybody can draw it again.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "region",
      "document",
      "account",
      "organization",
      "need",
      "theme",
      "talk"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.panel;
