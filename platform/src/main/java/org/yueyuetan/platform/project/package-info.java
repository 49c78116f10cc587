/**
 * Projects (项目) that grow from needs, what organizations have to give (可提供), and who could work
 * with whom.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "words",
      "region",
      "document",
      "account",
      "notice",
      "organization",
      "need",
      "talk"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.project;
