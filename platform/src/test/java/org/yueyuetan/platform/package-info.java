/** Tests of the whole, and the base that the rooms' tests stand on. */
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform;
