package org.yueyuetan.platform.talk;

/**
 * Says of which talks the list is kept by a rule, so that whoever changes it by hand has to give a
 * reason for everyone to read.
 */
@FunctionalInterface
public interface ListKept {
  boolean asksReason(Talk talk);
}
