package org.yueyuetan.platform.need;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.intake.Column;
import org.yueyuetan.platform.intake.Ledger;
import org.yueyuetan.platform.intake.Progress;
import org.yueyuetan.platform.intake.Row;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.region.Regions;

/**
 * Needs that the bureau kept in a spreadsheet so far. They come in as handed in and wait for
 * acceptance.
 */
@Component
class NeedLedger implements Ledger<NeedLedger.Stated> {

  /** A need and whose it is. */
  record Stated(NeedDraft draft, long organization) {}

  private record Told(long organization, String title) {}

  private final Needs needs;
  private final NeedRows rows;
  private final Regions regions;
  private final Organizations organizations;

  NeedLedger(Needs needs, NeedRows rows, Regions regions, Organizations organizations) {
    this.needs = needs;
    this.rows = rows;
    this.regions = regions;
    this.organizations = organizations;
  }

  @Override
  public String key() {
    return "needs";
  }

  @Override
  public String words() {
    return "need.import";
  }

  @Override
  public String list() {
    return "/needs?status=" + NeedStatus.SUBMITTED;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.ORGANIZER);
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("organization").headed("统一社会信用代码", "信用代码", "单位名称", "组织名称", "单位"),
        Column.required("direction")
            .of("need.direction", Direction.class)
            .headed("类型", "需求或资源")
            .also("资源", Direction.OFFER)
            .also("提供", Direction.OFFER),
        Column.required("subject").headed("需求名称", "需求标题", "名称"),
        Column.required("text").headed("需求内容", "内容", "说明"),
        Column.required("kind")
            .of("need.kind", Kind.class)
            .headed("需求类别")
            .also("座谈", Kind.TALK)
            .also("交流", Kind.TALK)
            .also("人员", Kind.PEOPLE),
        Column.required("field").of("organization.field", Field.class).headed("业务领域"),
        Column.required("region").headed("区划", "行政区划", "地区"),
        Column.optional("place").headed("地点", "地址"),
        Column.optional("from").headed("开始日期", "开始时间", "起"),
        Column.optional("until").headed("结束日期", "结束时间", "止"),
        Column.optional("quantity"),
        Column.optional("unit").headed("计量单位"),
        Column.required("visibility")
            .of("need.visibility", Visibility.class)
            .headed("可见范围")
            .also("公开", Visibility.PUBLIC)
            .also("不公开", Visibility.STAFF));
  }

  @Override
  public Stated read(Form row, SignedIn by) {
    var draft = NeedDraft.read(row, regions);
    var typed = row.required("organization", 100);
    var organization =
        typed.isEmpty()
            ? 0
            : organizations
                .byCreditCode(typed)
                .or(() -> organizations.byName(typed))
                .filter(found -> found.liesIn(by.scope()) && found.active())
                .map(Organization::id)
                .orElse(0L);
    if (organization == 0 && !typed.isEmpty()) {
      row.reject("organization", "need.fault.organization", typed);
    }
    return new Stated(draft, organization);
  }

  /** The same need of the same organization comes in once, however often its file is imported. */
  @Override
  public void check(List<Row<Stated>> file, SignedIn by) {
    var first = new HashMap<Told, Integer>();
    var stored = new HashMap<Told, Long>();
    rows.titles(file.stream().map(row -> row.value().organization()).distinct().toList())
        .forEach(line -> stored.put(new Told(line.organization(), line.title()), line.id()));
    for (var row : file) {
      var told = new Told(row.value().organization(), row.value().draft().title());
      if (told.organization() == 0 || told.title().isEmpty()) {
        continue;
      }
      var earlier = first.putIfAbsent(told, row.number());
      if (earlier != null) {
        row.form().reject("subject", "need.fault.twiceInFile", String.valueOf(earlier));
      } else if (stored.containsKey(told)) {
        row.form().reject("subject", "need.fault.twice", String.valueOf(stored.get(told)));
      }
    }
  }

  @Override
  public void apply(List<Stated> stated, SignedIn by, Progress progress) {
    for (var one : stated) {
      needs.stateAndSubmit(one.draft(), one.organization(), by);
      progress.advance(1);
    }
  }
}
