package org.yueyuetan.platform.talk;

/**
 * One item of a talk's agenda (议程).
 *
 * @param speaker unit or person; may be empty
 * @param question put to the parties to be discussed (议题)
 * @param conclusion what was agreed on the question; empty until it is written
 */
public record AgendaItem(
    long id,
    int position,
    String title,
    String speaker,
    int minutes,
    boolean question,
    String conclusion,
    int version) {}
