/**
 * What the room agrees on, as people see it (共识图): the opinion map of a talk in words, counts and a
 * picture, its data, and the live screen of the vote.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"form", "document", "account", "talk", "opinion"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.consensus;
