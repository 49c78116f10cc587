package org.yueyuetan.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {

  private static final Instant FROM = Instant.parse("2021-03-12T06:30:00Z");
  private static final Instant UNTIL = Instant.parse("2021-03-12T08:30:00Z");
  private static final String TITLE = "月月谈第3期：乡镇（街道）社工站怎样建; 供需怎样对接, 请各单位代表准时参加\n携带材料 \\ 证件";

  @Test
  void othersReadItAsItWasMeant() throws Exception {
    var entry = new CalendarEntry("talk-3@yueyuetan", TITLE, "聊城市民政局三楼会议室", FROM, UNTIL, "请准时");

    var calendar = new CalendarBuilder().build(new StringReader(entry.ics(FROM)));

    var event = (VEvent) calendar.getComponents("VEVENT").getFirst();
    assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
    assertThat(event.getLocation().getValue()).isEqualTo("聊城市民政局三楼会议室");
    assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(FROM);
    assertThat(Instant.from(event.getDateTimeEnd().getDate())).isEqualTo(UNTIL);
  }

  @Test
  void noLineIsLongerThan75Octets() {
    var ics = new CalendarEntry("u", TITLE.repeat(3), "p", FROM, UNTIL, "x".repeat(200)).ics(FROM);

    assertThat(ics.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void whatPeopleTypeNeverBecomesALineOfItsOwn() {
    var ics =
        new CalendarEntry("u", "a\r\nATTACH:file:///etc/passwd\rX:y", "p", FROM, UNTIL, "")
            .ics(FROM);

    assertThat(ics.split("\r\n"))
        .noneMatch(line -> line.startsWith("ATTACH") || line.contains("\r"));
  }

  @Test
  void anAppointmentEndsAfterItBegins() {
    assertThatThrownBy(() -> new CalendarEntry("u", "t", "p", FROM, FROM, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
