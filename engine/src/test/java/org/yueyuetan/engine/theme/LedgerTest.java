package org.yueyuetan.engine.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LedgerTest {

  /** Sixty denominators up to a thousand soon exceed what a long can hold. */
  @Property(tries = 100)
  void amountsStayExactHoweverLargeTheDenominatorGrows(
      @ForAll @Size(60) List<@IntRange(min = 1, max = 1000) Integer> parts) {
    var ledger = new Ledger(2, 1, 3);
    var expected = Fraction.of(1, 3);
    int[] first = {0};
    int[] both = {0, 1};
    for (int part : parts) {
      ledger.add(first, -part / 2, part);
      expected = expected.plus(Fraction.of(-part / 2, part)).reduced();
    }
    assertThat(ledger.get(0)).isEqualTo(expected);
    assertThat(ledger.get(1)).isEqualTo(Fraction.of(1, 3));
    assertThat(ledger.sum(both, 2)).isEqualTo(expected.plus(Fraction.of(1, 3)));
    assertThat(ledger.compare(0, expected)).isZero();
    ledger.set(both, expected);
    assertThat(Arrays.stream(both).mapToObj(ledger::get)).containsOnly(expected);
  }
}
