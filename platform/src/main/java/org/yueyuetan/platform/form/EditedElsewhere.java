package org.yueyuetan.platform.form;

/** Somebody else changed the record after this person opened it. Nothing was written. */
public final class EditedElsewhere extends RuntimeException {
  public EditedElsewhere(String kind, Object id) {
    super(kind + " " + id + " was changed by somebody else");
  }
}
