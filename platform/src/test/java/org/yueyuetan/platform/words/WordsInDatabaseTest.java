package org.yueyuetan.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.PlatformTest;

@PlatformTest
class WordsInDatabaseTest {

  private static final String TEXT = "聊城市蒲心社会工作服务中心：困境儿童暑期陪伴（A区）O'Brien 𠮷祥 51371500MJD0000117";

  @Autowired JdbcClient database;

  @Test
  void theDatabaseTakesBothValuesAsTheyAre() {
    assertThat(finds("蒲心")).isTrue();
    assertThat(finds("心社会工")).isTrue();
    assertThat(finds("儿童 服务")).isTrue();
    assertThat(finds("伴")).isTrue();
    assertThat(finds("𠮷祥")).isTrue();
    assertThat(finds("brien")).isTrue();
    assertThat(finds("513715")).isTrue();
    assertThat(finds("老年")).isFalse();
    assertThat(finds("'\\ & ! 儿童 <-> :*")).isTrue();
  }

  private boolean finds(String typed) {
    return database
        .sql("select cast(:words as tsvector) @@ cast(:query as tsquery)")
        .param("words", Words.index(TEXT))
        .param("query", Words.query(typed).orElseThrow())
        .query(Boolean.class)
        .single();
  }
}
