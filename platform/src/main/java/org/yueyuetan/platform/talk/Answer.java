package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.form.Form;

/**
 * What somebody says to an invitation.
 *
 * @param attendee who comes; must be given for a substitute
 * @param reason why not; may be empty
 */
public record Answer(Choice choice, String attendee, String phone, String reason) {

  /** The three buttons. */
  public enum Choice {
    YES,
    NO,
    /** Somebody else comes. */
    SUBSTITUTE
  }

  public static Answer yes(String attendee, String phone) {
    return new Answer(Choice.YES, attendee, phone, "");
  }

  public static Answer no(String reason) {
    return new Answer(Choice.NO, "", "", reason);
  }

  public static Answer substitute(String attendee, String phone) {
    return new Answer(Choice.SUBSTITUTE, attendee, phone, "");
  }

  static Answer read(Form form) {
    var choice = form.need("choice", form.choice("choice", Choice.class), Choice.NO);
    return switch (choice) {
      case YES -> yes(form.text("name", 40), form.phone("phone"));
      case NO -> no(form.text("reason", 200));
      case SUBSTITUTE -> substitute(form.required("substitute", 40), form.phone("substitutePhone"));
    };
  }

  boolean isYes() {
    return choice != Choice.NO;
  }
}
