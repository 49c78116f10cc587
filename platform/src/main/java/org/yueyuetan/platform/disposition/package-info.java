/**
 * What becomes of opinions (意见办理): each is given to a department with a date, answered, rated by
 * its author, and closed; and the questions of a talk with what each party said to them.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "form",
      "lifecycle",
      "document",
      "account",
      "region",
      "notice",
      "talk",
      "opinion",
      "policy"
    })
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.disposition;
