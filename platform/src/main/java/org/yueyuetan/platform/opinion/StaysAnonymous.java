package org.yueyuetan.platform.opinion;

/** Opinions were stated in the belief that nobody reads by whom: the round stays anonymous. */
public class StaysAnonymous extends RuntimeException {

  StaysAnonymous(long talk) {
    super("anonymous opinions were stated for talk " + talk);
  }
}
