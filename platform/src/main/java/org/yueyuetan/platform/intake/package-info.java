/** Import of ledgers (台账导入): template, preview with every fault named, all or nothing, progress. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"account", "document", "form", "lifecycle"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.intake;
