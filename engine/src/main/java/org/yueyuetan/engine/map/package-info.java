/**
 * What the room agrees on: participants vote on each other's opinions; the map shows who thinks
 * alike, what each group holds, and what every group agrees on.
 */
@NullMarked
package org.yueyuetan.engine.map;

import org.jspecify.annotations.NullMarked;
