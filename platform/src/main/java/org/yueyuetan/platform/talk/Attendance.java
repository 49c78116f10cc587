package org.yueyuetan.platform.talk;

/**
 * Where a talk's invitations stand, in numbers.
 *
 * @param open invited and not answered
 * @param declined said no, or took a yes back
 */
public record Attendance(
    int listed, int invited, int accepted, int waiting, int declined, int open, int checkedIn) {

  public static final Attendance NONE = new Attendance(0, 0, 0, 0, 0, 0, 0);
}
