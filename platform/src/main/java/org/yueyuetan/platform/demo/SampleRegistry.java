package org.yueyuetan.platform.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.yueyuetan.platform.organization.Contact;
import org.yueyuetan.platform.organization.CreditCode;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.OrganizationDraft;
import org.yueyuetan.platform.organization.PartyType;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * Makes the sample organizations: as many of each kind as the city had registered by the end of
 * 2020.
 */
final class SampleRegistry {

  private static final int SOCIAL_GROUPS = 669;
  private static final int SERVICE_AGENCIES = 1125;
  private static final int FOUNDATIONS = 6;

  private static final List<PartyType> PARTY_TYPES =
      List.of(
          PartyType.OWN_BRANCH,
          PartyType.JOINT_BRANCH,
          PartyType.JOINT_BRANCH,
          PartyType.FUNCTIONAL,
          PartyType.INSTRUCTOR,
          PartyType.NONE);

  private final Script script;
  private final Regions regions;
  private final Random random;
  private final Set<String> taken = new HashSet<>();
  private int serial;

  SampleRegistry(Script script, Regions regions, Random random) {
    this.script = script;
    this.regions = regions;
    this.random = random;
  }

  List<OrganizationDraft> make() {
    var drafts = new ArrayList<OrganizationDraft>();
    script.named().forEach(named -> drafts.add(named(named)));
    fill(drafts, Kind.SOCIAL_GROUP, SOCIAL_GROUPS, script.names().socialGroup());
    fill(drafts, Kind.SERVICE_AGENCY, SERVICE_AGENCIES, script.names().serviceAgency());
    fill(drafts, Kind.FOUNDATION, FOUNDATIONS, script.names().foundation());
    return drafts;
  }

  /** Named bodies are real, the rest of what stands about them is not: they are samples too. */
  private OrganizationDraft named(Script.Named named) {
    taken.add(named.name());
    return draft(
        named.name(),
        named.kind(),
        regions.find(named.region()).orElseThrow(),
        named.level(),
        named.fields(),
        named.party());
  }

  private void fill(
      List<OrganizationDraft> drafts, Kind kind, int count, Map<String, Field> names) {
    var ends = List.copyOf(names.keySet());
    var made = 0;
    while (made < count) {
      var end = ends.get(made % ends.size());
      var level = kind == Kind.FOUNDATION ? Level.CITY : level();
      var region = regionOf(level);
      var name = name(kind, level, region, end);
      if (taken.add(name)) {
        drafts.add(
            draft(
                name,
                kind,
                region,
                level,
                Set.of(names.getOrDefault(end, Field.OTHER)),
                pick(PARTY_TYPES)));
        made++;
      }
    }
  }

  private String name(Kind kind, Level level, Region region, String end) {
    var place =
        switch (level) {
          case CITY -> "聊城市";
          case COUNTY -> region.name();
          case TOWNSHIP, COMMUNITY ->
              regions.county(region.code()).orElseThrow().name() + region.name();
        };
    return kind == Kind.SOCIAL_GROUP && level != Level.CITY
        ? place + end
        : place + pick(script.names().prefix()) + end;
  }

  private OrganizationDraft draft(
      String name, Kind kind, Region region, Level level, Set<Field> fields, PartyType party) {
    serial++;
    var registrar =
        regions
            .county(region.code())
            .filter(county -> !county.local())
            .map(county -> county.code().substring(0, 6));
    return new OrganizationDraft(
        name,
        kind,
        kind.codeRequired()
            ? Optional.of(CreditCode.sample(kind, registrar.orElse("371500"), serial))
            : Optional.empty(),
        region.code(),
        level,
        fields,
        level == Level.CITY ? "聊城市民政局" : region.name() + "（业务主管单位样例）",
        party,
        kind == Kind.SOCIAL_GROUP ? Optional.of(30 + random.nextInt(170)) : Optional.empty(),
        "样例数据：用于演示，非真实登记信息。",
        List.of(
            new Contact(
                pick(script.names().surname()) + pick(script.names().given()),
                "秘书长",
                "0635-%07d".formatted(serial),
                "org%d@example.org".formatted(serial))),
        true);
  }

  private Level level() {
    var dice = random.nextInt(100);
    return dice < 20 ? Level.CITY : dice < 75 ? Level.COUNTY : Level.TOWNSHIP;
  }

  private Region regionOf(Level level) {
    if (level == Level.CITY) {
      return regions.find("371500000000").orElseThrow();
    }
    var county = pick(regions.counties().stream().filter(one -> !one.local()).toList());
    return level == Level.COUNTY ? county : pick(regions.below(county.code()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
