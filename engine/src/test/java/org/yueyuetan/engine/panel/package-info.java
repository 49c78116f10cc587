@NullMarked
package org.yueyuetan.engine.panel;

import org.jspecify.annotations.NullMarked;
