package org.yueyuetan.engine.match;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Deferred acceptance with amounts. A proposer that wants more offers it to the best partner that
 * did not turn it down; a full receiver takes it and gives up as much of what it likes least, whose
 * owner proposes on. Ends with the stable allocation that is best for every proposer (Baïou and
 * Balinski 2002).
 *
 * <p>Followed naively, one fen may go round a ring of rejections a million million times. As long
 * as no pair is filled up or given up, everybody proposes to the same partner and gives up the same
 * pair, so that a proposer met twice closes a ring; all that can go round is then moved at once
 * (Dean and Munshi 2010). Time O((m + n + r) n) for m pairs, n proposers and r receivers, whatever
 * the amounts; in practice close to m. The proof is in {@code docs/match.md}.
 */
final class Proposals {

  private final Lists from;
  private final Lists to;
  private final BitSet struck;

  /** By index of the proposers: what the pair has. */
  private final long[] amount;

  /** By proposer: what it wants and nobody has taken, and the first index that may be open. */
  private final long[] wanting;

  private final int[] next;

  /** By receiver: what it has left, and once that is nothing, its worst index with something. */
  private final long[] room;

  private final int[] worst;

  private final int[] waiting;
  private final boolean[] waits;
  private int waitingCount;

  /**
   * Changes whenever something was filled up or given up, or another walk begins; by proposer, the
   * mark when an amount last passed by. The same mark met again is a ring.
   */
  private int mark = 1;

  private final int[] passed;

  private Proposals(Lists from, Lists to, BitSet struck) {
    this.from = from;
    this.to = to;
    this.struck = struck;
    amount = new long[from.pairs()];
    wanting = from.quota().clone();
    next = Arrays.copyOf(from.start(), from.count());
    room = to.quota().clone();
    worst = new int[to.count()];
    waiting = new int[from.count()];
    waits = new boolean[from.count()];
    passed = new int[from.count()];
  }

  /**
   * What each pair gets, by index of the proposers.
   *
   * @param struck pairs that are not to be, by index of the proposers
   */
  static long[] amounts(Lists from, Lists to, BitSet struck) {
    var proposals = new Proposals(from, to, struck);
    for (int proposer = 0; proposer < from.count(); proposer++) {
      proposals.propose(proposer);
    }
    return proposals.amount;
  }

  /** Places all that the proposer wants, and what others lose by it. */
  private void propose(int first) {
    await(first);
    while (waitingCount > 0) {
      int proposer = waiting[--waitingCount];
      waits[proposer] = false;
      mark++;
      while (wanting[proposer] > 0 && findOpen(proposer)) {
        if (room[from.partner()[next[proposer]]] > 0) {
          fill(proposer);
        } else {
          proposer = displace(proposer);
        }
      }
    }
  }

  private void await(int proposer) {
    if (wanting[proposer] > 0 && !waits[proposer]) {
      waits[proposer] = true;
      waiting[waitingCount++] = proposer;
    }
  }

  private boolean findOpen(int proposer) {
    int end = from.start()[proposer + 1];
    int index = next[proposer];
    while (index < end && !isOpen(index)) {
      index++;
    }
    next[proposer] = index;
    return index < end;
  }

  private boolean isOpen(int index) {
    int receiver = from.partner()[index];
    return amount[index] < from.cap(index)
        && (room[receiver] > 0 || from.twin()[index] < worst[receiver])
        && !struck.get(index);
  }

  /** The next partner has room. */
  private void fill(int proposer) {
    int index = next[proposer];
    int receiver = from.partner()[index];
    long moved =
        Math.min(Math.min(wanting[proposer], from.cap(index) - amount[index]), room[receiver]);
    amount[index] += moved;
    wanting[proposer] -= moved;
    room[receiver] -= moved;
    if (room[receiver] == 0) {
      worst[receiver] = to.start()[receiver + 1] - 1;
      findWorst(receiver);
    }
    mark++;
  }

  /** The next partner is full and gives up something worse; whose owner goes on. */
  private int displace(int proposer) {
    int index = next[proposer];
    int receiver = from.partner()[index];
    int given = to.twin()[worst[receiver]];
    int displaced = to.partner()[worst[receiver]];
    long moved =
        Math.min(Math.min(wanting[proposer], from.cap(index) - amount[index]), amount[given]);
    amount[index] += moved;
    amount[given] -= moved;
    wanting[proposer] -= moved;
    wanting[displaced] += moved;
    await(proposer);
    if (amount[given] == 0 || amount[index] == from.cap(index)) {
      findWorst(receiver);
      mark++;
    } else {
      passed[proposer] = mark;
      if (passed[displaced] == mark) {
        turn(displaced);
      }
    }
    return displaced;
  }

  /** Moves all that can go round the ring through a proposer. */
  private void turn(int start) {
    long most = Long.MAX_VALUE;
    int proposer = start;
    do {
      int index = next[proposer];
      int given = worst[from.partner()[index]];
      most = Math.min(most, Math.min(from.cap(index) - amount[index], amount[to.twin()[given]]));
      proposer = to.partner()[given];
    } while (proposer != start);
    do {
      int index = next[proposer];
      int receiver = from.partner()[index];
      int given = worst[receiver];
      amount[index] += most;
      amount[to.twin()[given]] -= most;
      findWorst(receiver);
      proposer = to.partner()[given];
    } while (proposer != start);
    mark++;
  }

  private void findWorst(int receiver) {
    int index = worst[receiver];
    while (amount[to.twin()[index]] == 0) {
      index--;
    }
    worst[receiver] = index;
  }
}
