/** Tests of the embedded server. */
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.database;
