package org.yueyuetan.platform.talk;

import java.time.LocalTime;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/** One stop of an observation visit as typed. */
public record StopDraft(
    String name, String address, Optional<LocalTime> arrivesAt, int minutes, String host) {

  static StopDraft read(Form form) {
    return new StopDraft(
        form.required("name", 120),
        form.text("address", 200),
        form.time("arrivesAt"),
        form.need("minutes", form.whole("minutes", 1, 600), 1),
        form.text("host", 120));
  }
}
