/** Where the data lives: PostgreSQL started by ourselves from a folder, or a server elsewhere. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.database;
