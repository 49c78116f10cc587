package org.yueyuetan.platform.talk;

/**
 * One item of a talk's agenda (议程).
 *
 * @param speaker unit or person; may be empty
 */
public record AgendaItem(
    long id, int position, String title, String speaker, int minutes, int version) {}
