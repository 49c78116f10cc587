/**
 * Two-way selection (双向选择): projects and providers rank each other, a stable allocation follows,
 * both sides confirm it, and what becomes free is filled again.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "region",
      "document",
      "account",
      "notice",
      "organization",
      "need",
      "theme",
      "talk",
      "project"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.selection;
