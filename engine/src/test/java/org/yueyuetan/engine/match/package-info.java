@NullMarked
package org.yueyuetan.engine.match;

import org.jspecify.annotations.NullMarked;
