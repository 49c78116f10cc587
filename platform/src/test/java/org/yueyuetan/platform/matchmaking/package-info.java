@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.matchmaking;
