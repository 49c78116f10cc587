/**
 * Who meets whom in which slot at which table? The shortest afternoon, and in it the least waiting,
 * with what no plan can undercut.
 */
@NullMarked
package org.yueyuetan.engine.meeting;

import org.jspecify.annotations.NullMarked;
