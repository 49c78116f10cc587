/**
 * Documents into and out of the house: spreadsheets, Word files in official layout, uploads, QR
 * codes.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.document;
