package org.yueyuetan.platform.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.yueyuetan.platform.form.Form;

/**
 * What staff write down when they plan a talk.
 *
 * @param number in the year; empty for the next one
 */
public record TalkDraft(
    YearMonth month,
    Optional<Integer> number,
    String title,
    String question,
    Optional<Long> theme,
    Set<TalkForm> forms,
    Instant startsAt,
    Instant endsAt,
    String place,
    String address,
    int capacity,
    String host,
    boolean sample) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  static TalkDraft read(Form form, ZoneId zone) {
    var month = month(form);
    var number = form.whole("number", 1, 99);
    var title = form.required("title", 80);
    var question = form.text("question", 1000);
    var theme = form.id("theme");
    var forms = EnumSet.noneOf(TalkForm.class);
    forms.addAll(form.choices("forms", TalkForm.class));
    if (forms.isEmpty() && form.fault("forms").isEmpty()) {
      form.reject("forms", "talk.fault.forms");
    }
    var day = form.need("day", form.date("day"), LocalDate.EPOCH);
    var from = form.need("from", form.time("from"), LocalTime.MIN);
    var until = form.need("until", form.time("until"), LocalTime.MAX);
    if (form.fault("day").isEmpty() && !YearMonth.from(day).equals(month)) {
      form.reject("day", "talk.fault.dayOutsideMonth", month.toString());
    }
    if (form.fault("from").isEmpty() && form.fault("until").isEmpty() && !until.isAfter(from)) {
      form.reject("until", "talk.fault.endsBeforeStart");
    }
    var place = form.required("place", 120);
    var address = form.text("address", 200);
    var capacity = form.need("capacity", form.whole("capacity", 1, 5000), 1);
    var host = form.required("host", 120);
    return new TalkDraft(
        month,
        number,
        title,
        question,
        theme,
        forms,
        day.atTime(from).atZone(zone).toInstant(),
        day.atTime(until).atZone(zone).toInstant(),
        place,
        address,
        capacity,
        host,
        false);
  }

  static Form form(Talk talk, ZoneId zone) {
    var values = new LinkedHashMap<String, Object>();
    var starts = talk.startsAt().atZone(zone);
    values.put("month", talk.month());
    values.put("number", talk.number());
    values.put("title", talk.title());
    values.put("question", talk.question());
    values.put("theme", talk.theme());
    values.put("forms", talk.forms());
    values.put("day", starts.toLocalDate());
    values.put("from", TIME.format(starts));
    values.put("until", TIME.format(talk.endsAt().atZone(zone)));
    values.put("place", talk.place());
    values.put("address", talk.address());
    values.put("capacity", talk.capacity());
    values.put("host", talk.host());
    values.put("version", talk.version());
    return Form.of(values);
  }

  private static YearMonth month(Form form) {
    try {
      return YearMonth.parse(form.typed("month"));
    } catch (DateTimeParseException notAMonth) {
      form.reject("month", "talk.fault.month");
      return YearMonth.of(2000, 1);
    }
  }
}
