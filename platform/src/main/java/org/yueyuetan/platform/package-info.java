/** The application: its commands, and the rooms below, each a business capability. */
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform;
