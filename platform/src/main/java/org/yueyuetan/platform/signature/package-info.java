/**
 * Electronic signatures (电子签名) in PDF files: the platform's own authority that certifies who signs,
 * signatures by PAdES, and what a file's signatures say.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"document", "account"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.signature;
