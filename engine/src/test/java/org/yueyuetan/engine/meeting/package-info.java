@NullMarked
package org.yueyuetan.engine.meeting;

import org.jspecify.annotations.NullMarked;
