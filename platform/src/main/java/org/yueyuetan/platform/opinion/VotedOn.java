package org.yueyuetan.platform.opinion;

/** Guests have voted on an opinion: its words stand, and it does not just vanish. */
public class VotedOn extends RuntimeException {

  VotedOn(long opinion) {
    super("there are votes on opinion " + opinion);
  }
}
