package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServeTest {

  @Test
  void onlyTheNamedProxyIsBelievedAboutVisitorsAddresses() {
    assertThat(Serve.believing(List.of())).isEmpty();

    var believed = Serve.believing(List.of("10.0.0.7", "::1")).getLast().split("=", 2)[1];
    assertThat("10.0.0.7").matches(believed);
    assertThat("0:0:0:0:0:0:0:1").matches(believed);
    assertThat("10.0.0.70").doesNotMatch(believed);
    assertThat("10a0.0.7").doesNotMatch(believed);

    assertThatThrownBy(() -> Serve.believing(List.of("proxy.example.org")))
        .isInstanceOf(BadArgument.class)
        .hasMessageContaining("proxy.example.org");
  }
}
