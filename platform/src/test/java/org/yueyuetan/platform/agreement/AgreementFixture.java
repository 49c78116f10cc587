package org.yueyuetan.platform.agreement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.project.Kind;

/** Agreements with sensible words. */
final class AgreementFixture {

  static final String FILM = "聊城市微电影协会";
  static final String GRID = "聊城市网格微服务中心";

  private AgreementFixture() {}

  static AgreementDraft between(long... organizations) {
    return draft("网格微服务视频拍摄协议", Arrays.stream(organizations).boxed().toList());
  }

  static AgreementDraft draft(String title, List<Long> organizations) {
    return new AgreementDraft(
        Template.SERVICE,
        title,
        "微电影协会为网格微服务拍摄并剪辑全部视频。",
        Optional.empty(),
        LocalDate.of(2026, 3, 10),
        LocalDate.of(2026, 12, 31),
        organizations,
        List.of(
            new Contribution(
                0, 1, Kind.SERVICE, "视频拍摄和剪辑", 12, "部", Optional.empty(), Optional.empty()),
            new Contribution(
                0, 2, Kind.MONEY, "交通补助", 600_000, "", Optional.empty(), Optional.empty())),
        List.of(
            new Milestone(0, 1, "交付前六部视频", LocalDate.of(2026, 6, 30)),
            new Milestone(0, 1, "交付其余六部视频", LocalDate.of(2026, 12, 20))),
        Template.SERVICE.clauses(),
        false);
  }
}
