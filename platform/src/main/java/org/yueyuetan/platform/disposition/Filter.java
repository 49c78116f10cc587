package org.yueyuetan.platform.disposition;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.form.Form;

/** Which opinions a list shows. What cannot be understood is not filtered by. */
public record Filter(
    String query,
    Optional<Long> talk,
    Optional<YearMonth> month,
    String department,
    Optional<Stand> stand) {

  /** Where an answer stands, as people look for it. */
  public enum Stand {
    /** 待交办：尚未交办或已被退回 */
    WAITING,
    /** 办理中 */
    OPEN,
    OVERDUE,
    /** 待评价 */
    TO_RATE,
    CLOSED
  }

  static Filter read(Form form) {
    return new Filter(
        form.text("q", 100),
        form.id("talk"),
        month(form.typed("month")),
        form.text("department", 100),
        form.choice("stand", Stand.class));
  }

  static Filter of(Stand stand) {
    return new Filter("", Optional.empty(), Optional.empty(), "", Optional.of(stand));
  }

  /** Address of the list of what one department has to do. */
  String ofDepartment(String one) {
    return new Filter(query, talk, month, one, stand).at(stand);
  }

  static Filter ofTalk(long talk) {
    return new Filter("", Optional.of(talk), Optional.empty(), "", Optional.empty());
  }

  /** Address of the list with this filter, at another stand. */
  public String at(Optional<Stand> other) {
    return address("/opinions", other).encode().toUriString();
  }

  public String export() {
    return address("/opinions/export", stand).encode().toUriString();
  }

  /** Address of the page after this opinion. */
  public String after(String last) {
    return address("/opinions", stand).queryParam("after", last).encode().toUriString();
  }

  private UriComponentsBuilder address(String path, Optional<Stand> at) {
    var address = UriComponentsBuilder.fromPath(path);
    at.ifPresent(one -> address.queryParam("stand", one));
    talk.ifPresent(id -> address.queryParam("talk", id));
    month.ifPresent(one -> address.queryParam("month", one));
    if (!department.isEmpty()) {
      address.queryParam("department", "{department}");
    }
    if (!query.isEmpty()) {
      address.queryParam("q", "{query}");
    }
    return address.uriVariables(Map.of("department", department, "query", query));
  }

  public boolean isEmpty() {
    return query.isEmpty() && talk.isEmpty() && month.isEmpty() && department.isEmpty();
  }

  private static Optional<YearMonth> month(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(typed));
    } catch (DateTimeParseException notAMonth) {
      return Optional.empty();
    }
  }
}
