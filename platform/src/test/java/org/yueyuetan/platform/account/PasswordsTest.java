package org.yueyuetan.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;

class PasswordsTest {

  private final Passwords passwords = new Passwords(new PasswordStrength(4));

  @ParameterizedTest
  @ValueSource(strings = {"short1A", "alllowercase", "ALLCAPS123", "12345678901", "密码密码密码密码"})
  void weakPasswordsAreRefused(String weak) {
    assertThat(faults(weak, weak)).contains("account.password.weak");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Water-2026", "abcDEF123", "好词好句Ab1!x"})
  void threeClassesOfCharactersSuffice(String strong) {
    assertThat(faults(strong, strong)).isEmpty();
  }

  @Test
  void aPasswordLongerThanTheHashReadsIsRefused() {
    var tooLong = "Ab1" + "密".repeat(24);

    assertThat(faults(tooLong, tooLong)).contains("account.password.weak");
    assertThat(passwords.matches(tooLong, passwords.hash("anything"))).isFalse();
  }

  @Test
  void spacesAtTheEndsBelongToThePassword() {
    assertThat(faults(" Water-2026 ", "Water-2026")).containsExactly("account.password.differ");
  }

  @Test
  void anInitialPasswordSatisfiesTheRuleItself() {
    for (var i = 0; i < 100; i++) {
      var initial = passwords.initial();
      assertThat(faults(initial, initial)).isEmpty();
    }
  }

  @Test
  void thePasswordMayNotContainTheUserName() {
    assertThat(faults("xLi.Yangben-1", "xLi.Yangben-1"))
        .containsExactly("account.password.containsName");
  }

  private List<String> faults(String password, String again) {
    var form = new Form(Map.of("password", List.of(password), "passwordAgain", List.of(again)));
    var _ = passwords.read(form, "password", "li.yangben");
    return form.faults().stream().map(Fault::key).toList();
  }
}
