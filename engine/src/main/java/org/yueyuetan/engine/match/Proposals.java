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
 * the amounts; in practice close to m. The proof is in {@code docs/match.md}. In which order they
 * propose changes nothing in the end, so that first they take turns.
 */
final class Proposals {

  private final Lists from;
  private final Lists to;
  private final BitSet struck;

  /** By index of the receivers, whose worst is sought again and again: what the pair has. */
  private final long[] amount;

  /** By proposer: what it wants and nobody has taken, and the first index that may be open. */
  private final long[] wanting;

  private final int[] next;

  /**
   * By receiver: what it has left, and the index from which on it takes nothing more; the worst
   * with something once it is full, until then the end of its list.
   */
  private final long[] room;

  private final int[] worst;

  private final int[] waiting;
  private final boolean[] waits;
  private int firstWaiting;
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
    worst = Arrays.copyOfRange(to.start(), 1, to.count() + 1);
    waiting = new int[from.count()];
    waits = new boolean[from.count()];
    passed = new int[from.count()];
  }

  /**
   * What each pair gets, by index of the receivers.
   *
   * @param struck pairs that are not to be, by index of the proposers
   */
  static long[] amounts(Lists from, Lists to, BitSet struck) {
    var proposals = new Proposals(from, to, struck);
    proposals.takeTurns();
    proposals.followChains();
    return proposals.amount;
  }

  /**
   * Everybody proposes as far as it gets, then those who lost something by it, and so on. One
   * proposal need not wait for the other, which keeps the processor busy while memory is slow; but
   * only as many as there are pairs, for without following chains no end is in sight.
   */
  private void takeTurns() {
    for (int proposer = 0; proposer < from.count(); proposer++) {
      await(proposer);
    }
    for (int allowed = from.pairs(); allowed > 0 && waitingCount > 0; ) {
      int proposer = nextWaiting();
      for (; allowed > 0 && wanting[proposer] > 0 && findOpen(proposer); allowed--) {
        mark++;
        if (room[from.partner()[next[proposer]]] > 0) {
          fill(proposer);
        } else {
          await(displace(proposer));
        }
      }
      await(proposer);
    }
  }

  /** Places all that somebody still wants, and at once what others lose by it. */
  private void followChains() {
    while (waitingCount > 0) {
      int proposer = nextWaiting();
      mark++;
      while (wanting[proposer] > 0 && findOpen(proposer)) {
        if (room[from.partner()[next[proposer]]] > 0) {
          fill(proposer);
        } else {
          int displaced = displace(proposer);
          await(proposer);
          proposer = displaced;
        }
      }
    }
  }

  private void await(int proposer) {
    if (wanting[proposer] > 0 && !waits[proposer] && next[proposer] < from.start()[proposer + 1]) {
      waits[proposer] = true;
      waiting[(firstWaiting + waitingCount++) % waiting.length] = proposer;
    }
  }

  private int nextWaiting() {
    int proposer = waiting[firstWaiting];
    firstWaiting = (firstWaiting + 1) % waiting.length;
    waitingCount--;
    waits[proposer] = false;
    return proposer;
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
    int twin = from.twin()[index];
    return twin < worst[from.partner()[index]]
        && amount[twin] < from.cap(index)
        && !struck.get(index);
  }

  /** How much a proposer can place with its next partner, as far as the two are concerned. */
  private long open(int proposer) {
    int index = next[proposer];
    return Math.min(wanting[proposer], from.cap(index) - amount[from.twin()[index]]);
  }

  /** The next partner has room. */
  private void fill(int proposer) {
    int index = next[proposer];
    int receiver = from.partner()[index];
    long moved = Math.min(open(proposer), room[receiver]);
    amount[from.twin()[index]] += moved;
    wanting[proposer] -= moved;
    room[receiver] -= moved;
    if (room[receiver] == 0) {
      worst[receiver]--;
      findWorst(receiver);
    }
    mark++;
  }

  /** The next partner is full and gives up something worse; whose owner goes on. */
  private int displace(int proposer) {
    int index = next[proposer];
    int taken = from.twin()[index];
    int receiver = from.partner()[index];
    int given = worst[receiver];
    int displaced = to.partner()[given];
    long moved = Math.min(open(proposer), amount[given]);
    amount[taken] += moved;
    amount[given] -= moved;
    wanting[proposer] -= moved;
    wanting[displaced] += moved;
    if (amount[given] == 0 || amount[taken] == from.cap(index)) {
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
      long open = from.cap(index) - amount[from.twin()[index]];
      most = Math.min(most, Math.min(open, amount[given]));
      proposer = to.partner()[given];
    } while (proposer != start);
    do {
      int index = next[proposer];
      int receiver = from.partner()[index];
      int given = worst[receiver];
      amount[from.twin()[index]] += most;
      amount[given] -= most;
      findWorst(receiver);
      proposer = to.partner()[given];
    } while (proposer != start);
    mark++;
  }

  private void findWorst(int receiver) {
    int index = worst[receiver];
    while (amount[index] == 0) {
      index--;
    }
    worst[receiver] = index;
  }
}
