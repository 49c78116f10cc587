package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinalTest {

  @ParameterizedTest
  @CsvSource({
    "1,一",
    "10,十",
    "11,十一",
    "20,二十",
    "35,三十五",
    "100,一百",
    "105,一百零五",
    "110,一百一十",
    "999,九百九十九"
  })
  void numbersAreWrittenAsInLaws(int number, String written) {
    assertThat(Ordinal.chinese(number)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"1,二、", "2,（二）", "3,'2. '", "4,（2）"})
  void eachLevelOfHeadingHasItsNumber(int level, String written) {
    assertThat(Ordinal.heading(level, 2)).isEqualTo(written);
  }
}
