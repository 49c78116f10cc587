/**
 * Chinese words for searching: what is written into a {@code tsvector} and how a typed query is
 * asked of it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.words;
