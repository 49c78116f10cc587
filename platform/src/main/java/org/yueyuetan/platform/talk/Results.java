package org.yueyuetan.platform.talk;

import java.util.List;

/** What came of a talk, as everyone may see it; template {@code talkday/results}. */
public record Results(String conclusion, List<Commitment> commitments, List<TalkFile> files) {

  public static final Results NONE = new Results("", List.of(), List.of());

  public Results {
    commitments = List.copyOf(commitments);
    files = List.copyOf(files);
  }
}
