package org.yueyuetan.engine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  @Test
  void theLongestWordOfTheListIsTakenAndNeverCut() throws IOException {
    assertThat(words(Dictionary.of(List.of("社工", "社工站")), "乡镇社工站建设")).contains("社工站", "建设");
  }

  @Test
  void wordsThatMeanTheSameBecomeTheFirstOfTheirLine() throws IOException {
    assertThat(words(Dictionary.of(List.of("社工站 社会工作服务站")), "社会工作服务站")).containsExactly("社工站");
  }

  @Test
  void silentWordsPlacesAndNumbersSayNothing() throws IOException {
    var dictionary = Dictionary.of(List.of("-希望 尽快", "@东昌府区"));
    assertThat(words(dictionary, "希望东昌府区尽快")).isEmpty();
    assertThat(words(dictionary, "2021 12")).isEmpty();
  }

  @Test
  void namesThatNoDictionaryKnowsAreJoined() throws IOException {
    assertThat(words(Dictionary.of(List.of()), "蒲心")).containsExactly("蒲心");
  }

  @Test
  void anOfficesOwnListWinsOverTheStandardOne() throws IOException {
    assertThat(words(Dictionary.standard(), "希望")).isEmpty();
    assertThat(words(Dictionary.standardAnd(List.of("希望")), "希望")).containsExactly("希望");
  }

  @Test
  void mistakesInTheListAreToldByLine() {
    assertThatThrownBy(() -> Dictionary.of(List.of("社工", "-")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> Dictionary.of(List.of("社工", "", "社工")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("社工");
  }

  private static List<String> words(Dictionary dictionary, String text) throws IOException {
    var words = new ArrayList<String>();
    try (var segmenter = new Segmenter(dictionary)) {
      segmenter.cut(
          text,
          (term, count, word) -> {
            if (word) {
              words.add(term);
            }
          });
    }
    return words;
  }
}
