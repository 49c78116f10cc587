@NullMarked
package org.yueyuetan.engine.group;

import org.jspecify.annotations.NullMarked;
