package org.yueyuetan.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final List<String> TEXTS =
      List.of(
          "聊城市蒲心社会工作服务中心开展困境儿童暑期陪伴，招募志愿者三十名。",
          "东昌府区柳园街道和平社区老年食堂需要120平方米场地与2026年度运营资金",
          "Party 建引领：两新组织“党建＋公益”创投大赛（第３届）",
          "冠县北馆陶镇魏庄村乡村振兴带头人培训，电话 0635-8888888，邮箱 a.b@example.org",
          "𠮷祥公益基金会与㐂乐志愿服务队");

  @Test
  void anyPartOfATextOfTwoHanCharactersOrMoreFindsTheText() {
    var random = new Random(20211124);
    var run = Pattern.compile("\\p{IsHan}{2,}");
    for (var text : TEXTS) {
      var index = Words.index(text);
      run.matcher(text)
          .results()
          .forEach(found -> {
            int[] han = found.group().codePoints().toArray();
            for (int i = 0; i < 60; i++) {
              int from = random.nextInt(han.length - 1);
              int to = from + 2 + random.nextInt(han.length - from - 1);
              var part = new String(han, from, to - from);
              assertThat(finds(part, index)).as(part).isTrue();
            }
          });
    }
  }

  @Test
  void wordsMayStandApartInTheTextButMustAllBeThere() {
    var index = Words.index(TEXTS.get(0));

    assertThat(finds("儿童 志愿者", index)).isTrue();
    assertThat(finds("儿童志愿者", index)).isTrue();
    assertThat(finds("儿童 老年", index)).isFalse();
  }

  @Test
  void latinWordsAndNumbersAreFoundByTheirBeginningInAnyCaseAndWidth() {
    assertThat(finds("PARTY", Words.index(TEXTS.get(2)))).isTrue();
    assertThat(finds("ｐａｒ", Words.index(TEXTS.get(2)))).isTrue();
    assertThat(finds("3届", Words.index(TEXTS.get(2)))).isTrue();
    assertThat(finds("8888", Words.index(TEXTS.get(3)))).isTrue();
    assertThat(finds("5137150", Words.index("51371500MJD0000117"))).isTrue();
  }

  @Test
  void aSingleCharacterIsFoundWhereverItStands() {
    var index = Words.index("老年食堂");

    assertThat(List.of("老", "年", "食", "堂")).allMatch(character -> finds(character, index));
    assertThat(finds("学", index)).isFalse();
  }

  @Test
  void quotesAndOperatorsOfAPersonAreNotSyntax() {
    assertThat(Words.query("'志愿' & !(服务 | \\ :* <-> \"党建\" ); drop table"))
        .isPresent()
        .get()
        .asString()
        .matches("('[\\p{L}\\p{N}]+'(:\\*)?)( & '[\\p{L}\\p{N}]+'(:\\*)?)*");
    assertThat(Words.query(" '&|!() :* \u0000")).isEmpty();
    assertThat(Words.query("")).isEmpty();
  }

  @Test
  void anEmptyTextIsAnEmptyIndex() {
    assertThat(Words.index("", "——")).isEmpty();
  }

  /**
   * What PostgreSQL does with the two values: every term must be a lexeme, or the beginning of one.
   */
  private static boolean finds(String typed, String index) {
    var lexemes = new HashSet<>(Arrays.asList(index.replace("'", "").split(" ")));
    return Arrays.stream(Words.query(typed).orElseThrow().split(" & "))
        .allMatch(term -> {
          var word = term.replaceAll("[':*]", "");
          return term.endsWith(":*")
              ? lexemes.stream().anyMatch(l -> l.startsWith(word))
              : lexemes.contains(word);
        });
  }
}
