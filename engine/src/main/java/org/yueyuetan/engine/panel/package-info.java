/**
 * Whom to invite? A lottery over panels that keep the quotas and give everybody the fairest chance,
 * with its proof, and a draw that anyone can repeat.
 */
@NullMarked
package org.yueyuetan.engine.panel;

import org.jspecify.annotations.NullMarked;
