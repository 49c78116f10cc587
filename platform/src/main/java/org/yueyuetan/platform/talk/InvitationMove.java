package org.yueyuetan.platform.talk;

/** What moves an invitation from one state to the next. */
enum InvitationMove {
  SEND,
  /** Yes, and there is a seat. */
  ACCEPT,
  /** Yes, but the room is full. */
  QUEUE,
  DECLINE
}
