package org.yueyuetan.platform.document;

import org.jspecify.annotations.Nullable;

/**
 * What a piece of a PDF file is, for screen readers. Two tags are the same only if they are one
 * object: each stands for one element of the document.
 */
final class Tag {

  final String role;
  final @Nullable Tag parent;

  private Tag(String role, @Nullable Tag parent) {
    this.role = role;
    this.parent = parent;
  }

  static Tag paragraph() {
    return new Tag("P", null);
  }

  /** A heading; 1 is the title. */
  static Tag heading(int level) {
    return new Tag("H" + level, null);
  }

  static Tag table() {
    return new Tag("Table", null);
  }

  Tag row() {
    return new Tag("TR", this);
  }

  Tag headerCell() {
    return new Tag("TH", this);
  }

  Tag cell() {
    return new Tag("TD", this);
  }
}
