package org.yueyuetan.platform.account;

/** The change would leave nobody in an office that the house cannot do without. */
class LastAdministrator extends RuntimeException {

  private final Role role;

  LastAdministrator(Role role) {
    super("nobody would be " + role);
    this.role = role;
  }

  Role role() {
    return role;
  }
}
