/**
 * Whose turn is it? Rules of perpetual voting choose one theme a month so that over the year every
 * group gets its share.
 */
@NullMarked
package org.yueyuetan.engine.theme;

import org.jspecify.annotations.NullMarked;
