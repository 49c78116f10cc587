package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.form.Form;

/** Somebody who came without an invitation. */
public record WalkIn(String unit, Party party, String attendee, String phone) {

  static WalkIn read(Form form) {
    return new WalkIn(
        form.required("unit", 100),
        form.need("party", form.choice("party", Party.class), Party.OTHER),
        form.required("attendee", 40),
        form.phone("phone"));
  }
}
