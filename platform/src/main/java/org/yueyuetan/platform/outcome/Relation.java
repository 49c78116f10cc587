package org.yueyuetan.platform.outcome;

import java.util.Arrays;

/** How one thing led to another: "from … to". */
public enum Relation {
  STATED("stated"),
  TAKEN_UP("takenUp"),
  DISCUSSED("discussed"),
  UNDERTOOK("undertook"),
  RAISED("raised"),
  PROMISED("promised"),
  /** From an opinion to the document that took it up. */
  BECAME("became"),
  /** From a talk to a document that came out of it. */
  SHAPED("shaped"),
  /** From an organization to its project. */
  PROPOSED("proposed"),
  /** From an organization to what it has to give to projects. */
  OFFERED("offered"),
  /** From a need to a project, from an offer to what it became. */
  GREW("grew"),
  /** From a talk to a project that was established there. */
  ESTABLISHED("established"),
  /** From a talk to a round of two-way selection that was held for it. */
  CHOSE("chose"),
  /** From a round, a project or what is given to a pair that both sides confirmed. */
  PAIRED("paired"),
  /** From a need, a talk, a project, an intent or a party to an agreement. */
  AGREED("agreed"),
  /** From an agreement to what was done under it. */
  DELIVERED("delivered"),
  REPLIED("replied"),
  /** From an opinion to what its answer refers to; the thread goes no further along it. */
  CITED("cited"),
  REPORTED("reported"),
  /** From a talk back to the need it answers: closes the thread, so nobody walks on along it. */
  ANSWERED("answered"),
  /**
   * From a need to a theme that was chosen without it: a side of the story, not a part of the
   * thread.
   */
  PASSED_OVER("passedOver"),
  /** From a need or offer to a round that it left without a partner: a side of the story, too. */
  UNMATCHED("unmatched");

  private final String key;

  Relation(String key) {
    this.key = key;
  }

  /** As in the database and in bundles: {@code outcome.relation.<key>}. */
  public String key() {
    return key;
  }

  static Relation of(String key) {
    return Arrays.stream(values())
        .filter(relation -> relation.key.equals(key))
        .findFirst()
        .orElseThrow();
  }
}
