package org.yueyuetan.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

@PlatformTest
@RecordApplicationEvents
class OrganizationsTest {

  private static final Scope CITY = new Scope.Region("3715");
  private static final Scope DONGCHANGFU = new Scope.Region("371502");

  @Autowired Organizations organizations;
  @Autowired Reception reception;
  @Autowired Accounts accounts;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  @Test
  void whatIsRegisteredIsFoundByWordsOfItsNamePlaceIntroductionAndCode() {
    var id =
        organizations.register(
            AnOrganization.named("聊城佳音社会工作服务中心")
                .introduced("为困境儿童提供心理陪伴")
                .in("371502002000")
                .draft());
    organizations.register(
        AnOrganization.named("临清市运河文化协会").kind(Kind.SOCIAL_GROUP).in("371581000000").draft());
    var code = organizations.find(CITY, id).flatMap(Organization::creditCode).orElseThrow().text();

    for (var typed : List.of("佳音", "社会工作", "心理陪伴", "柳园街道", code, code.substring(0, 14), "佳音 儿童")) {
      assertThat(organizations.list(CITY, searching(typed), Optional.empty(), 10))
          .as(typed)
          .extracting(Organization::id)
          .contains(id);
    }
    assertThat(organizations.list(CITY, searching("佳音 运河"), Optional.empty(), 10)).isEmpty();
    assertThat(events.stream(OrganizationRegistered.class))
        .contains(new OrganizationRegistered(id, "聊城佳音社会工作服务中心"));
  }

  @Test
  void filtersNarrowListAndCountAlike() {
    var city =
        organizations.register(
            AnOrganization.named("甲")
                .kind(Kind.SOCIAL_GROUP)
                .in("371500000000")
                .level(Level.CITY)
                .fields(Field.INDUSTRY, Field.LEGAL)
                .draft());
    var town =
        organizations.register(
            AnOrganization.named("乙")
                .in("371502002000")
                .level(Level.TOWNSHIP)
                .fields(Field.ELDERLY)
                .draft());
    var gone = organizations.register(AnOrganization.named("丙").kind(Kind.FOUNDATION).draft());
    organizations.deactivate(CITY, gone, "已注销", 0);

    assertThat(ids(Map.of())).containsExactly(town, city);
    assertThat(ids(Map.of("state", "all"))).containsExactly(gone, town, city);
    assertThat(ids(Map.of("state", "inactive"))).containsExactly(gone);
    assertThat(ids(Map.of("kind", "SOCIAL_GROUP"))).containsExactly(city);
    assertThat(ids(Map.of("region", "371502000000"))).containsExactly(town);
    assertThat(ids(Map.of("field", "LEGAL"))).containsExactly(city);
    assertThat(ids(Map.of("level", "TOWNSHIP"))).containsExactly(town);
    assertThat(ids(Map.of("party", "OWN_BRANCH"))).isEmpty();
    assertThat(organizations.list(CITY, Filter.inUse(), Optional.of(town), 10))
        .extracting(Organization::id)
        .containsExactly(city);
  }

  @Test
  void everyoneSeesTheirPart() {
    var own = organizations.register(AnOrganization.named("东昌府样例社工站").draft());
    var elsewhere =
        organizations.register(AnOrganization.named("临清样例社工站").in("371581000000").draft());
    var gone = organizations.register(AnOrganization.named("临清旧社工站").in("371581000000").draft());
    organizations.deactivate(CITY, gone, "已注销", 0);

    assertThat(listed(CITY)).containsExactly(elsewhere, own);
    assertThat(listed(DONGCHANGFU)).containsExactly(own);
    assertThat(listed(new Scope.Own(own))).containsExactly(elsewhere, own);
    assertThat(listed(Scope.PUBLISHED)).isEmpty();

    assertThat(organizations.find(DONGCHANGFU, elsewhere))
        .hasValueSatisfying(o -> assertThat(o.liesIn(DONGCHANGFU)).isFalse());
    assertThat(organizations.find(Scope.PUBLISHED, own))
        .hasValueSatisfying(o -> assertThat(o.liesIn(Scope.PUBLISHED)).isFalse());
    assertThat(organizations.find(Scope.PUBLISHED, gone)).isEmpty();
    assertThat(organizations.find(new Scope.Own(own), gone)).isEmpty();
  }

  @Test
  void nobodyChangesWhatLiesOutsideTheirScope() {
    var elsewhere =
        organizations.register(AnOrganization.named("临清样例社工站").in("371581000000").draft());
    var own = organizations.register(AnOrganization.named("东昌府样例社工站").draft());

    assertThatThrownBy(() ->
            organizations.change(DONGCHANGFU, elsewhere, AnOrganization.named("改名").draft(), 0))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> organizations.present(new Scope.Own(own), elsewhere, "", List.of(), 0))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> organizations.deactivate(DONGCHANGFU, elsewhere, "x", 0))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndNothingIsWritten() {
    var id = organizations.register(AnOrganization.named("聊城样例协会").kind(Kind.SOCIAL_GROUP).draft());
    organizations.change(
        CITY,
        id,
        AnOrganization.named("聊城样例联合会").kind(Kind.SOCIAL_GROUP).fields(Field.RURAL).draft(),
        0);

    assertThatThrownBy(() ->
            organizations.change(
                CITY, id, AnOrganization.named("聊城样例商会").kind(Kind.SOCIAL_GROUP).draft(), 0))
        .isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() -> organizations.deactivate(CITY, id, "已注销", 0))
        .isInstanceOf(EditedElsewhere.class);
    var now = organizations.find(CITY, id).orElseThrow();
    assertThat(now.name()).isEqualTo("聊城样例联合会");
    assertThat(now.fields()).containsExactly(Field.RURAL);
    assertThat(now.active()).isTrue();
    assertThat(organizations.list(CITY, searching("联合会"), Optional.empty(), 10)).hasSize(1);
    assertThat(organizations.list(CITY, searching("协会"), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void aRepresentativeChangesIntroductionAndContactsOnly() {
    var id = organizations.register(AnOrganization.named("聊城样例协会").kind(Kind.SOCIAL_GROUP).draft());

    organizations.present(
        new Scope.Own(id), id, "我们做什么", List.of(new Contact("王样例", "", "", "wang@example.org")), 0);

    var now = organizations.find(CITY, id).orElseThrow();
    assertThat(now.introduction()).isEqualTo("我们做什么");
    assertThat(now.name()).isEqualTo("聊城样例协会");
    assertThat(now.sample()).isTrue();
    assertThat(organizations.contacts(id)).extracting(Contact::name).containsExactly("王样例");
  }

  @Test
  void theAuditTrailKeepsBeforeAndAfterWithContactsMasked() {
    var id = organizations.register(AnOrganization.named("聊城样例协会").kind(Kind.SOCIAL_GROUP).draft());
    organizations.present(
        new Scope.Own(id), id, "新简介", List.of(new Contact("王样例", "", "13987654321", "")), 0);

    var trail =
        jdbc.sql(
                "select action || coalesce(before::text, '') || after::text from audit_entry where object_kind = 'organization' order by id")
            .query(String.class)
            .list();
    assertThat(trail).hasSize(2);
    assertThat(trail.getFirst())
        .startsWith("register")
        .contains("138****5678")
        .doesNotContain("13812345678");
    assertThat(trail.getLast())
        .startsWith("change")
        .contains("138****5678", "139****4321", "新简介")
        .doesNotContain("王样例");
  }

  @Test
  void aCodeOrANameInItsRegionIsTakenOnce() {
    organizations.register(
        AnOrganization.named("聊城样例协会").kind(Kind.SOCIAL_GROUP).serial(7).draft());

    var form =
        form(
            Map.of(
                "name",
                "另一个协会",
                "kind",
                "SOCIAL_GROUP",
                "creditCode",
                CreditCode.sample(Kind.SOCIAL_GROUP, "371500", 7).text(),
                "region",
                "东昌府区",
                "fields",
                "LEGAL"));
    reception.read(form, CITY, 0);
    assertThat(form.fault("creditCode"))
        .hasValueSatisfying(fault -> assertThat(fault.args()).containsExactly("聊城样例协会"));

    var sameName =
        form(
            Map.of(
                "name", "聊城样例协会", "kind", "VOLUNTEER_TEAM", "region", "东昌府区", "fields", "LEGAL"));
    reception.read(sameName, CITY, 0);
    assertThat(sameName.fault("name")).isPresent();

    var otherRegion =
        form(
            Map.of("name", "聊城样例协会", "kind", "VOLUNTEER_TEAM", "region", "临清市", "fields", "LEGAL"));
    reception.read(otherRegion, CITY, 0);
    assertThat(otherRegion.faults()).isEmpty();

    assertThatThrownBy(
            () -> organizations.register(AnOrganization.named("聊城样例协会").serial(8).draft()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void badInputIsToldFieldByField() {
    var form =
        form(
            Map.of(
                "name",
                " ",
                "kind",
                "CLUB",
                "region",
                "火星",
                "members",
                "-1",
                "contactPhone1",
                "123456",
                "creditCode",
                "5137150OMJD0000117"));

    reception.read(form, CITY, 0);

    assertThat(form.faults())
        .extracting("field")
        .containsExactlyInAnyOrder(
            "name", "kind", "region", "fields", "members", "contactName1", "creditCode");
    var outside =
        form(Map.of("name", "临清样例", "kind", "VOLUNTEER_TEAM", "region", "临清市", "fields", "LEGAL"));
    reception.read(outside, DONGCHANGFU, 0);
    assertThat(outside.faults()).extracting("key").containsExactly("organization.region.outside");
  }

  @Test
  void recipientsHaveTheFirstContactAndTheAccountsThatSpeakForThem() {
    var first =
        organizations.register(
            AnOrganization.named("聊城甲协会")
                .kind(Kind.SOCIAL_GROUP)
                .contacts(
                    new Contact("张样例", "", "", "zhang@example.org"),
                    new Contact("李样例", "", "13812345678", ""))
                .draft());
    var second =
        organizations.register(
            AnOrganization.named("聊城乙协会").kind(Kind.SOCIAL_GROUP).contacts().draft());
    var account =
        accounts.create(new NewAccount("rep", "代表", "", "", true), "Yue-yue-tan-2026", true);
    accounts.grant(account, Rights.representative(second), null, 0);

    assertThat(organizations.recipients(List.of(second, first, 999L)))
        .containsExactly(
            new Recipient(
                first,
                "聊城甲协会",
                Optional.of("张样例"),
                Optional.of("zhang@example.org"),
                Optional.empty(),
                List.of()),
            new Recipient(
                second,
                "聊城乙协会",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(account)));
    assertThat(organizations.recipients(Set.of())).isEmpty();
    assertThat(organizations.names(Set.of(first, second))).hasSize(2);
  }

  @Test
  void twoThousandAreEnteredTogetherAndFoundByWords() {
    var drafts = new ArrayList<OrganizationDraft>();
    IntStream.range(0, 2_000)
        .forEach(n ->
            drafts.add(
                AnOrganization.named("聊城第" + n + "样例社会工作服务中心")
                    .serial(n)
                    .introduced("为社区居民提供专业社会工作服务，开展邻里互助与养老助老活动。")
                    .draft()));

    organizations.register(drafts);

    assertThat(organizations.list(CITY, searching("社工 邻里"), Optional.empty(), 51)).isEmpty();
    assertThat(organizations.list(CITY, searching("社会工作 邻里"), Optional.empty(), 51)).hasSize(51);
    assertThat(organizations.count(CITY, Filter.inUse())).isEqualTo(2_000);
  }

  private List<Long> ids(Map<String, String> filter) {
    var read = Filter.read(form(filter));
    var found =
        organizations.list(CITY, read, Optional.empty(), 10).stream()
            .map(Organization::id)
            .toList();
    assertThat(organizations.count(CITY, read)).isEqualTo(found.size());
    return found;
  }

  private List<Long> listed(Scope scope) {
    return organizations.list(scope, Filter.inUse(), Optional.empty(), 10).stream()
        .map(Organization::id)
        .toList();
  }

  private static Filter searching(String typed) {
    return Filter.read(form(Map.of("q", typed)));
  }

  private static Form form(Map<String, String> typed) {
    return Form.of(typed);
  }
}
