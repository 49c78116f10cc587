package org.yueyuetan.platform.talk;

/** What moves a talk from one state to the next. */
public enum TalkMove {
  CONVENE,
  HOLD,
  FOLLOW_UP,
  CLOSE,
  CANCEL
}
