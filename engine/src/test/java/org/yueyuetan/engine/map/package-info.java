@NullMarked
package org.yueyuetan.engine.map;

import org.jspecify.annotations.NullMarked;
