/**
 * The decisions of the Monthly Talk: plain values in, a result with certificate and explanation
 * out. No clock, no files, no state.
 */
@NullMarked
package org.yueyuetan.engine;

import org.jspecify.annotations.NullMarked;
