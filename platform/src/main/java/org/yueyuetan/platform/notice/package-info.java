/**
 * What people are told: notices in the application, mails through an outbox, calendar entries; the
 * clockwork of jobs.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"account", "form"})
@org.jspecify.annotations.NullMarked
package org.yueyuetan.platform.notice;
