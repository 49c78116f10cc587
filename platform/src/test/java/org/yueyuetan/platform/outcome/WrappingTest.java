package org.yueyuetan.platform.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {

  @Test
  void aLineHoldsAsManyCharactersAsFit() {
    assertThat(Wrapping.wrap("社工站没有固定的活动场地", 5, 3)).containsExactly("社工站没有", "固定的活动", "场地");
  }

  @Test
  void whatDoesNotFitIsTold() {
    assertThat(Wrapping.wrap("社工站没有固定的活动场地", 5, 2)).containsExactly("社工站没有", "固定的活…");
  }

  @Test
  void noLineBeginsWithAComma() {
    assertThat(Wrapping.wrap("供需对接要，每季更新", 5, 3)).containsExactly("供需对接要，", "每季更新");
  }

  @Test
  void wordsOfLettersStayWhole() {
    assertThat(Wrapping.wrap("training for volunteers", 9, 3))
        .containsExactly("training for", "volunteers");
  }

  @Test
  void aRareCharacterIsNotCutInTwo() {
    assertThat(Wrapping.wrap("𠀀𠀁𠀂", 1, 2)).containsExactly("𠀀", "𠀁…");
  }
}
