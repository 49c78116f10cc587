/**
 * Opinions (意见) of a talk: recorded by staff or stated on the phone, moderated, voted on, and what
 * the votes say together.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"form", "lifecycle", "account", "notice", "talk"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.opinion;
