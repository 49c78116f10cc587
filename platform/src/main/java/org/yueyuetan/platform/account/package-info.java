/** People: sign-in, roles, what each may see (scope), and the audit trail of what they did. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"form", "region"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.account;
