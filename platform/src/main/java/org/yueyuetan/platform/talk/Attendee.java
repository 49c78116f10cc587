package org.yueyuetan.platform.talk;

import java.util.Map;
import org.yueyuetan.platform.form.Form;

/**
 * Who comes for a unit.
 *
 * @param substitute instead of the person named with the answer
 */
public record Attendee(String name, String phone, boolean substitute) {

  static Form form(Guest guest) {
    return Form.of(
        guest.substitute()
            ? Map.of(
                "attendee", guest.attendee(), "phone", guest.attendeePhone(), "substitute", "on")
            : Map.of("attendee", guest.attendee(), "phone", guest.attendeePhone()));
  }

  static Attendee read(Form form) {
    return new Attendee(
        form.required("attendee", 40), form.phone("phone"), form.ticked("substitute"));
  }
}
