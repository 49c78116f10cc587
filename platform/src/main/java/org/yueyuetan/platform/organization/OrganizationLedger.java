package org.yueyuetan.platform.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.intake.Column;
import org.yueyuetan.platform.intake.Ledger;
import org.yueyuetan.platform.intake.Progress;
import org.yueyuetan.platform.intake.Row;

/** The list of organizations (社会组织名册) that a bureau keeps in a spreadsheet. */
@Component
class OrganizationLedger implements Ledger<OrganizationDraft> {

  private static final int AT_ONCE = 100;

  private static final List<Column> COLUMNS =
      List.of(
          Column.required("name").headed("组织名称", "单位名称", "社会组织名称", "全称"),
          Column.required("kind")
              .headed("类型", "组织类型", "组织类别")
              .of("organization.kind", Kind.class)
              .also("社团", Kind.SOCIAL_GROUP)
              .also("Service agency", Kind.SERVICE_AGENCY)
              .also("民非", Kind.SERVICE_AGENCY)
              .also("民办非企业单位", Kind.SERVICE_AGENCY)
              .also("民办非企业", Kind.SERVICE_AGENCY)
              .also("社会服务机构", Kind.SERVICE_AGENCY)
              .also("志愿队", Kind.VOLUNTEER_TEAM)
              .also("志愿服务组织", Kind.VOLUNTEER_TEAM)
              .also("公司", Kind.ENTERPRISE)
              .also("机关", Kind.PUBLIC_BODY)
              .also("事业单位", Kind.PUBLIC_BODY),
          Column.optional("creditCode").headed("信用代码", "社会信用代码", "统一信用代码"),
          Column.required("region").headed("所在区划", "所在地区", "区域", "县区", "县（市、区）"),
          Column.optional("level")
              .headed("级别")
              .of("organization.level", Level.class)
              .also("市", Level.CITY)
              .also("县", Level.COUNTY)
              .also("区级", Level.COUNTY)
              .also("乡镇", Level.TOWNSHIP)
              .also("街道", Level.TOWNSHIP)
              .also("镇街", Level.TOWNSHIP)
              .also("乡镇级", Level.TOWNSHIP)
              .also("社区", Level.COMMUNITY)
              .also("村", Level.COMMUNITY),
          Column.required("fields")
              .headed("服务领域", "业务领域")
              .severalOf("organization.field", Field.class)
              .also("行业", Field.INDUSTRY)
              .also("商会", Field.INDUSTRY)
              .also("社工", Field.SOCIAL_WORK)
              .also("慈善", Field.CHARITY)
              .also("公益", Field.CHARITY)
              .also("志愿", Field.VOLUNTEER)
              .also("养老", Field.ELDERLY)
              .also("为老服务", Field.ELDERLY)
              .also("儿童", Field.CHILDREN)
              .also("未成年人", Field.CHILDREN)
              .also("残疾人", Field.DISABILITY)
              .also("教育", Field.EDUCATION)
              .also("培训", Field.EDUCATION)
              .also("文化", Field.CULTURE)
              .also("体育", Field.CULTURE)
              .also("卫生", Field.HEALTH)
              .also("医疗", Field.HEALTH)
              .also("农业", Field.RURAL)
              .also("环保", Field.ENVIRONMENT)
              .also("法律", Field.LEGAL)
              .also("社区", Field.COMMUNITY),
          Column.optional("competentUnit").headed("主管单位"),
          Column.optional("partyType")
              .headed("党组织类型", "党组织组建方式")
              .of("organization.partyType", PartyType.class)
              .also("单独", PartyType.OWN_BRANCH)
              .also("独立", PartyType.OWN_BRANCH)
              .also("联合", PartyType.JOINT_BRANCH)
              .also("功能型", PartyType.FUNCTIONAL)
              .also("兼合式", PartyType.FUNCTIONAL)
              .also("指导员联系", PartyType.INSTRUCTOR)
              .also("无", PartyType.NONE),
          Column.optional("members").headed("会员数", "从业人数", "人员数"),
          Column.optional("introduction").headed("业务范围", "组织简介"),
          Column.optional("contactName1").headed("联系人姓名", "负责人"),
          Column.optional("contactPost1"),
          Column.optional("contactPhone1").headed("联系电话", "手机", "手机号"),
          Column.optional("contactEmail1").headed("电子邮箱", "电子邮件"),
          Column.optional("sample").headed("是否样例"));

  private record Place(String name, String regionCode) {}

  private final Organizations organizations;
  private final OrganizationTable table;
  private final Reception reception;

  OrganizationLedger(Organizations organizations, OrganizationTable table, Reception reception) {
    this.organizations = organizations;
    this.table = table;
    this.reception = reception;
  }

  @Override
  public String key() {
    return "organizations";
  }

  @Override
  public String words() {
    return "organization.import";
  }

  @Override
  public String list() {
    return "/organizations";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.ORGANIZER);
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public OrganizationDraft read(Form row, SignedIn by) {
    return reception.read(row, by.scope());
  }

  @Override
  public void check(List<Row<OrganizationDraft>> rows, SignedIn by) {
    refuseRepeats(rows);
    var twins = Twins.of(table, rows.stream().map(Row::value).toList());
    for (var row : rows) {
      twins.reject(row.form(), row.value(), 0);
    }
  }

  /** Neither a code nor a name in one region may stand in the file twice. */
  private static void refuseRepeats(List<Row<OrganizationDraft>> rows) {
    Map<CreditCode, Integer> codes = new HashMap<>();
    Map<Place, Integer> places = new HashMap<>();
    for (var row : rows) {
      var draft = row.value();
      draft
          .creditCode()
          .ifPresent(code -> refuse(row, "creditCode", codes.putIfAbsent(code, row.number())));
      if (!draft.name().isEmpty() && !draft.regionCode().isEmpty()) {
        var place = new Place(draft.name(), draft.regionCode());
        refuse(row, "name", places.putIfAbsent(place, row.number()));
      }
    }
  }

  private static void refuse(
      Row<?> row, String column, @org.jspecify.annotations.Nullable Integer earlier) {
    if (earlier != null) {
      row.form().reject(column, "intake.repeated", String.valueOf(earlier));
    }
  }

  @Override
  public void apply(List<OrganizationDraft> rows, SignedIn by, Progress progress) {
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      var some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      organizations.register(some);
      progress.advance(some.size());
    }
  }
}
