package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.form.Form;

/** A guest who is not in the registry, as typed. */
public record InvitationDraft(
    String unit, Party party, String contact, String email, String phone) {

  static InvitationDraft read(Form form) {
    return new InvitationDraft(
        form.required("unit", 120),
        form.need("party", form.choice("party", Party.class), Party.OTHER),
        form.text("contact", 40),
        form.email("email"),
        form.phone("phone"));
  }
}
