package org.yueyuetan.platform.talk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Drafts of talks with sensible values, for tests: 20 March 2026, 14:30 to 16:30, three seats. */
public final class TalkFixture {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  private TalkFixture() {}

  public static TalkDraft draft(String title) {
    return draft(title, 3, "市民政局三楼会议室");
  }

  public static TalkDraft draft(String title, int capacity, String place) {
    return new TalkDraft(
        YearMonth.from(DAY),
        Optional.empty(),
        title,
        "志愿服务怎样才能长久？",
        Optional.empty(),
        Set.of(TalkForm.ROUNDTABLE),
        DAY.atTime(14, 30).atZone(ZONE).toInstant(),
        DAY.atTime(16, 30).atZone(ZONE).toInstant(),
        place,
        "兴华西路",
        capacity,
        "聊城市民政局",
        false);
  }
}
