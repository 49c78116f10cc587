package org.yueyuetan.platform.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * An appointment that goes along with a mail, written as iCalendar (RFC 5545). Published, not
 * requested: the answer is given by the link in the mail, not by the calendar.
 *
 * @param uid the same for every mail about the same appointment, so that a later one replaces an
 *     earlier one
 */
public record CalendarEntry(
    String uid, String title, String place, Instant from, Instant until, String text) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE_OCTETS = 75;

  public CalendarEntry {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "an appointment has to end after it begins: " + from + " to " + until);
    }
  }

  /**
   * The appointment as a calendar file.
   *
   * @param written when this state of the appointment was written down: calendars believe the
   *     latest
   */
  public String ics(Instant written) {
    return ics(List.of(this), written);
  }

  /** Several appointments as one calendar file. */
  public static String ics(List<CalendarEntry> entries, Instant written) {
    var ics = new StringBuilder();
    line(ics, "BEGIN:VCALENDAR");
    line(ics, "VERSION:2.0");
    line(ics, "PRODID:-//Yueyuetan//Monthly Talk//ZH");
    line(ics, "METHOD:PUBLISH");
    entries.forEach(entry -> entry.write(ics, written));
    line(ics, "END:VCALENDAR");
    return ics.toString();
  }

  private void write(StringBuilder ics, Instant written) {
    line(ics, "BEGIN:VEVENT");
    line(ics, "UID:" + escaped(uid));
    line(ics, "DTSTAMP:" + UTC.format(written));
    line(ics, "SEQUENCE:" + written.getEpochSecond());
    line(ics, "DTSTART:" + UTC.format(from));
    line(ics, "DTEND:" + UTC.format(until));
    line(ics, "SUMMARY:" + escaped(title));
    line(ics, "LOCATION:" + escaped(place));
    line(ics, "DESCRIPTION:" + escaped(text));
    line(ics, "END:VEVENT");
  }

  private static String escaped(String text) {
    return text.replace("\r\n", "\n")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /**
   * Lines of more than 75 octets go on after a line break and a space, never inside a character.
   */
  private static void line(StringBuilder ics, String content) {
    var octets = 0;
    for (var at = 0; at < content.length(); ) {
      var end = content.offsetByCodePoints(at, 1);
      var character = content.substring(at, end);
      var size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        ics.append("\r\n ");
        octets = 1;
      }
      ics.append(character);
      octets += size;
      at = end;
    }
    ics.append("\r\n");
  }
}
