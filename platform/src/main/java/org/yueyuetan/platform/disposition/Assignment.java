package org.yueyuetan.platform.disposition;

import java.time.LocalDate;
import java.util.Set;
import org.yueyuetan.platform.form.Form;

/** Who is to answer, and by when, as typed. */
record Assignment(String department, LocalDate due) {

  /** Days for an answer, unless staff say otherwise. */
  static final int DAYS = 15;

  static Assignment read(Form form, Set<String> known, LocalDate today) {
    var department = form.required("givenTo", 100);
    if (!department.isEmpty() && !known.contains(department)) {
      form.reject("givenTo", "form.choice", department);
    }
    return new Assignment(department, day(form, "due", today));
  }

  /** A day to come. */
  static LocalDate day(Form form, String field, LocalDate today) {
    var day = form.need(field, form.date(field), today);
    if (form.fault(field).isEmpty() && day.isBefore(today)) {
      form.reject(field, "disposition.fault.past");
    }
    if (form.fault(field).isEmpty() && day.isAfter(today.plusYears(1))) {
      form.reject(field, "disposition.fault.far");
    }
    return day;
  }
}
