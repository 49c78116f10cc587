package org.yueyuetan.platform.need;

/** What is needed or offered. */
public enum Kind {
  TALK,
  TRAINING,
  MONEY,
  VENUE,
  PEOPLE,
  SERVICE,
  POLICY,
  GOODS,
  OTHER
}
