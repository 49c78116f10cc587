/**
 * Who works with whom? Both sides rank each other and say how much they need or can give; out comes
 * a stable allocation, the best for either side, with its proof.
 */
@NullMarked
package org.yueyuetan.engine.match;

import org.jspecify.annotations.NullMarked;
