package org.yueyuetan.platform.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;

/** Projects and provisions with sensible values, for tests. */
public final class ProjectFixture {

  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 9, 30);

  private ProjectFixture() {}

  public static ProjectDraft draft(String title) {
    return draft(title, Optional.empty(), Visibility.PUBLIC);
  }

  public static ProjectDraft draft(String title, Optional<Long> need, Visibility visibility) {
    return new ProjectDraft(
        need,
        title,
        title + "，让居民看得见。",
        "社区居民",
        Optional.of(1200),
        Field.COMMUNITY,
        NeedFixture.DONGCHANGFU,
        "",
        Optional.of(FROM),
        Optional.of(UNTIL),
        visibility);
  }

  public static ItemDraft videos(long quantity) {
    return new ItemDraft(Kind.SERVICE, "短片拍摄剪辑", quantity, "部", 2);
  }

  public static ItemDraft money(long fen) {
    return new ItemDraft(Kind.MONEY, "活动经费", fen, "", 100_000);
  }

  public static ProvisionDraft provision(String title, Kind kind, long quantity) {
    return new ProvisionDraft(
        Optional.empty(),
        kind,
        title,
        title + "，服务社区。",
        quantity,
        kind == Kind.MONEY ? "" : "部",
        Field.COMMUNITY,
        NeedFixture.DONGCHANGFU,
        Optional.of(FROM),
        Optional.of(UNTIL),
        Visibility.ORGANIZATIONS);
  }

  /** Writes a project down with eight videos and 20,000 yuan, and hands it in. */
  public static long submitted(Projects projects, ProjectDraft draft, SignedIn me) {
    var id = projects.state(draft, me.organization().orElseThrow(), me);
    projects.addItem(id, videos(8), version(projects, id, me), me);
    projects.addItem(id, money(2_000_000), version(projects, id, me), me);
    projects.submit(id, version(projects, id, me), me);
    return id;
  }

  /** As {@link #submitted}, and established by the bureau. */
  public static long established(
      Projects projects, ProjectDraft draft, SignedIn me, SignedIn staff) {
    var id = submitted(projects, draft, me);
    projects.establish(id, Optional.empty(), version(projects, id, staff), staff);
    return id;
  }

  public static int version(Projects projects, long id, SignedIn me) {
    return projects.find(me, id).orElseThrow().version();
  }

  /** What a page sends, with some fields typed differently. */
  public static Form form(Map<String, String> typed) {
    var filled = new HashMap<String, List<String>>();
    Map.of(
            "subject", "网格微服务",
            "goal", "把网格里的服务拍成短片",
            "beneficiaries", "社区居民",
            "field", "COMMUNITY",
            "region", NeedFixture.DONGCHANGFU,
            "from", "2026-04-01",
            "until", "2026-09-30",
            "visibility", "PUBLIC")
        .forEach((name, value) -> filled.put(name, List.of(value)));
    Map.of(
            "itemKind", "SERVICE",
            "itemTitle", "短片拍摄剪辑",
            "itemQuantity", "8",
            "itemUnit", "部")
        .forEach((name, value) -> filled.put(name, List.of(value)));
    typed.forEach((name, value) -> filled.put(name, List.of(value)));
    return new Form(filled);
  }
}
