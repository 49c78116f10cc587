/** The decisions from the command line: files in, JSON out, without the platform. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.command;
