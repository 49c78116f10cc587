@NullMarked
package org.yueyuetan.engine.suggest;

import org.jspecify.annotations.NullMarked;
