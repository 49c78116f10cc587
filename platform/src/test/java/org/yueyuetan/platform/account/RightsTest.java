package org.yueyuetan.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yueyuetan.platform.form.Form;

class RightsTest {

  @ParameterizedTest
  @CsvSource({
    "SYSTEM_ADMIN,AUDITOR", "SECURITY_ADMIN,AUDITOR", "SYSTEM_ADMIN,SECURITY_ADMIN",
    "ORGANIZER,AUDITOR", "ORGANIZER,SECURITY_ADMIN", "DEPARTMENT,SYSTEM_ADMIN"
  })
  void administratorsAuditorsAndStaffAreDifferentPeople(Role one, Role other) {
    assertThat(faulty(new Rights(Set.of(one, other), Optional.empty(), Optional.empty(), "市民政局")))
        .isTrue();
  }

  @Test
  void staffMayAlsoAnswerForTheirDepartment() {
    assertThat(
            faulty(
                new Rights(
                    Set.of(Role.ORGANIZER, Role.DEPARTMENT),
                    Optional.empty(),
                    Optional.empty(),
                    "市民政局")))
        .isFalse();
  }

  @Test
  void aRepresentativeSpeaksForAnOrganizationAndForNothingElse() {
    assertThat(
            faulty(new Rights(Set.of(Role.REPRESENTATIVE), Optional.empty(), Optional.empty(), "")))
        .isTrue();
    assertThat(faulty(Rights.representative(7))).isFalse();
    assertThat(
            faulty(
                new Rights(
                    Set.of(Role.REPRESENTATIVE, Role.ORGANIZER),
                    Optional.of(7L),
                    Optional.empty(),
                    "")))
        .isTrue();
  }

  private static boolean faulty(Rights rights) {
    var form = Form.empty();
    rights.check(form);
    return form.hasFaults();
  }
}
