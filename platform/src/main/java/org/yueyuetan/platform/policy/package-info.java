/**
 * Documents in official form (政策文件): drafted clause by clause, commented on by organizations,
 * signed, numbered and issued; every clause tells the opinions that it came from.
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
      "talk",
      "opinion"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.policy;
