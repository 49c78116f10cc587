/**
 * The registry (登记册) of organizations: social organizations and those they work with, and whom to
 * reach there.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"form", "words", "region", "document", "account", "intake"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.organization;
