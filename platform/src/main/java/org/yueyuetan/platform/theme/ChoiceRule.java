package org.yueyuetan.platform.theme;

/** A published rule by which a month's theme is proposed. Same ballot, same proposal. */
public interface ChoiceRule {

  /** Short name, kept with every choice; its words are {@code theme.rule.<key>} in the bundle. */
  String key();

  /**
   * Proposes one of the candidates.
   *
   * @throws IllegalArgumentException when there is none
   */
  Proposal propose(Ballot ballot);
}
