package org.yueyuetan.engine.map;

import java.util.List;

/**
 * Who voted what, in canonical order: opinions by id, participants by their votes and then by id.
 * Whatever the order of the rows and columns of a file, the same votes are the same value, and so
 * every sum over them is the same to the last bit. Made by {@link VotesBuilder}.
 *
 * <p>Sparse rows in flat arrays: 5 bytes a vote.
 */
public final class Votes {

  private final List<String> opinions;
  private final List<String> participants;
  private final int[] start;
  private final int[] opinion;
  private final byte[] sign;

  Votes(List<String> opinions, List<String> participants, int[] start, int[] opinion, byte[] sign) {
    this.opinions = List.copyOf(opinions);
    this.participants = List.copyOf(participants);
    this.start = start;
    this.opinion = opinion;
    this.sign = sign;
  }

  /** Ids of the opinions that are on the map; rejected ones are not among them. */
  public List<String> opinions() {
    return opinions;
  }

  /** Ids of all who were asked, also of those who have not voted. */
  public List<String> participants() {
    return participants;
  }

  /** How many opinions a participant has voted on, passes included. */
  int seen(int participant) {
    return start[participant + 1] - start[participant];
  }

  /** The votes of a participant lie from here to before {@link #end}. */
  int begin(int participant) {
    return start[participant];
  }

  int end(int participant) {
    return start[participant + 1];
  }

  /** All votes. */
  int size() {
    return opinion.length;
  }

  int opinion(int vote) {
    return opinion[vote];
  }

  int sign(int vote) {
    return sign[vote];
  }
}
