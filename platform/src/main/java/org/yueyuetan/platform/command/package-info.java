/**
 * The engine on the command line, for analysts and for anyone who doubts a result: files in, JSON
 * out, without the platform.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.command;
