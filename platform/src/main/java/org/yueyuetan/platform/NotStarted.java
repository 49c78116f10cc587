package org.yueyuetan.platform;

/** The application did not come up; Spring has told why in the log. */
final class NotStarted extends RuntimeException {
  NotStarted(Throwable cause) {
    super(cause);
  }
}
