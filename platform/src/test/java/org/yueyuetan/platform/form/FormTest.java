package org.yueyuetan.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

  @Test
  void aNumberOfAMillionDigitsIsRefusedAtOnce() {
    var form = typed("version", "9".repeat(1_000_000));

    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(form.version()).isZero());
    assertThat(form.fault("version")).isPresent();
  }

  @Test
  void anIdIsAPositiveNumber() {
    assertThat(typed("need", "7").id("need")).contains(7L);
    for (var nonsense : List.of("-7", "0", "seven", "7.0", "99999999999999999999")) {
      var form = typed("need", nonsense);
      assertThat(form.id("need")).as(nonsense).isEmpty();
      assertThat(form.hasFaults()).as(nonsense).isTrue();
    }
  }

  @Test
  void whatMakesNoSenseIsToldAndStaysAsTyped() {
    var form = typed("due", "2026-02-30");

    assertThat(form.date("due")).isEmpty();
    assertThat(form.fault("due").orElseThrow().key()).isEqualTo("form.date");
    assertThat(form.typed("due")).isEqualTo("2026-02-30");
  }

  @Test
  void aNumberIsWrittenAsPeopleWriteIt() {
    assertThat(typed("yuan", "１２,800.50").amount("yuan")).contains(new BigDecimal("12800.50"));
    assertThat(typed("yuan", "1e9").amount("yuan")).isEmpty();
    assertThat(typed("count", "1e2").whole("count", 1, 1000)).isEmpty();
  }

  @Test
  void whatIsChosenIsAskedForAsAChoice() {
    var form = Form.empty();
    form.need("due", form.date("due"), LocalDate.MAX);
    form.need("unit", form.choice("unit", ChronoUnit.class), ChronoUnit.DAYS);
    form.chosen("guest");

    assertThat(form.fault("due").orElseThrow().key()).isEqualTo("form.required");
    assertThat(form.fault("unit").orElseThrow().key()).isEqualTo("form.choose");
    assertThat(form.fault("guest").orElseThrow().key()).isEqualTo("form.choose");
  }

  private static Form typed(String field, String value) {
    return new Form(Map.of(field, List.of(value)));
  }
}
