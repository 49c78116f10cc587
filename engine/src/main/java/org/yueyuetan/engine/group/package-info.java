/**
 * What are the needs about? Thousands of short Chinese texts fall into a handful of named groups.
 */
@NullMarked
package org.yueyuetan.engine.group;

import org.jspecify.annotations.NullMarked;
