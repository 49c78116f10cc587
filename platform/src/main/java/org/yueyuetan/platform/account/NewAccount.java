package org.yueyuetan.platform.account;

import org.yueyuetan.platform.form.Form;

/** What the system administrator writes down about a person; rights are granted apart. */
public record NewAccount(String username, String name, String email, String phone, boolean sample) {

  public static NewAccount read(Form form) {
    var username = form.required("username", 40);
    if (!username.isEmpty() && !isUsername(username)) {
      form.reject("username", "account.username.shape");
    }
    return new NewAccount(
        username, form.required("name", 40), form.email("email"), form.phone("phone"), false);
  }

  static boolean isUsername(String username) {
    return username.matches("[A-Za-z0-9][A-Za-z0-9._-]{2,39}");
  }
}
