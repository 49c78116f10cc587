package org.yueyuetan.platform.form;

/** There is no such thing, or it lies outside what this person may see: both look the same. */
public final class NotFound extends RuntimeException {
  public NotFound(String kind, Object id) {
    super(kind + " " + id + " not found");
  }
}
