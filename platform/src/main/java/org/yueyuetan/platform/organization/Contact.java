package org.yueyuetan.platform.organization;

import java.util.ArrayList;
import java.util.List;
import org.yueyuetan.platform.form.Form;

/** Whom to reach at an organization. The first of several is the one that is written to. */
public record Contact(String name, String post, String phone, String email) {

  /** How many an organization may name. */
  static final int MOST = 3;

  public Contact masked() {
    return new Contact(Mask.name(name), post, Mask.phone(phone), Mask.email(email));
  }

  /** Reads fields {@code contactName1}, {@code contactPost1} … Empty ones are passed over. */
  static List<Contact> read(Form form) {
    var contacts = new ArrayList<Contact>();
    for (int n = 1; n <= MOST; n++) {
      var contact =
          new Contact(
              form.text("contactName" + n, 40),
              form.text("contactPost" + n, 40),
              form.phone("contactPhone" + n),
              form.email("contactEmail" + n));
      if (typedAny(form, n)) {
        contact.check(form, n);
        contacts.add(contact);
      }
    }
    return contacts;
  }

  private static boolean typedAny(Form form, int n) {
    return !(form.typed("contactName" + n)
            + form.typed("contactPost" + n)
            + form.typed("contactPhone" + n)
            + form.typed("contactEmail" + n))
        .isEmpty();
  }

  private void check(Form form, int n) {
    form.required("contactName" + n, 40);
    if (form.typed("contactPhone" + n).isEmpty() && form.typed("contactEmail" + n).isEmpty()) {
      form.reject("contactPhone" + n, "organization.contact.unreachable");
    }
  }
}
