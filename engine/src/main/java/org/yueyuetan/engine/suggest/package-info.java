/** Who could work with whom? For every project the likely providers, and the other way round. */
@NullMarked
package org.yueyuetan.engine.suggest;

import org.jspecify.annotations.NullMarked;
