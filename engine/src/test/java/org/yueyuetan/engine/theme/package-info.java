@NullMarked
package org.yueyuetan.engine.theme;

import org.jspecify.annotations.NullMarked;
