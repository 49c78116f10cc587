/** What a person typed, on a page or in a spreadsheet row, and what is wrong with it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.form;
