package org.yueyuetan.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.yueyuetan.platform.region.Region.Level.CITY;
import static org.yueyuetan.platform.region.Region.Level.COUNTY;
import static org.yueyuetan.platform.region.Region.Level.TOWNSHIP;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.region.Divisions.Division;

class RegionsTest {

  private final Regions regions = new Regions(Divisions.read());

  @Test
  void liaochengHasEightCountiesAndThreeZones() {
    assertThat(regions.counties()).filteredOn(region -> !region.local()).hasSize(8);
    assertThat(regions.counties())
        .filteredOn(Region::local)
        .extracting(Region::shortCode)
        .containsExactly("L01", "L02", "L03");
  }

  @Test
  void townshipsAreCountedByKindAndTheStatisticalUnitIsNotOffered() {
    var byKind =
        regions.all().stream()
            .filter(region -> region.level() == TOWNSHIP)
            .collect(Collectors.groupingBy(Region::kind, Collectors.counting()));

    assertThat(byKind)
        .containsOnly(entry("STREET", 32L), entry("TOWN", 98L), entry("TOWNSHIP", 5L));
    assertThat(regions.find("371502400000")).isPresent();
    assertThat(regions.byName("香江光彩大市场服务中心")).isEmpty();
    assertThat(regions.below("371502000000")).hasSize(23);
  }

  @Test
  void whatLiesBelowBeginsWithThePrefix() {
    assertThat(Regions.prefix("370000000000")).isEqualTo("37");
    assertThat(Regions.prefix("371500000000")).isEqualTo("3715");
    assertThat(Regions.prefix("371502000000")).isEqualTo("371502");
    assertThat(Regions.prefix("371502001000")).isEqualTo("371502001");
    assertThat(Regions.prefix("371502010000")).isEqualTo("371502010");
    assertThat(Regions.prefix("3715L1000000")).isEqualTo("3715L1");

    for (var region : regions.all()) {
      region
          .parent()
          .ifPresent(parent -> assertThat(region.code()).startsWith(Regions.prefix(parent)));
      for (var other : regions.all()) {
        var below = other.code().startsWith(region.prefix());
        assertThat(below).as("%s within %s", other, region).isEqualTo(liesWithin(other, region));
      }
    }
  }

  @Test
  void aDivisionIsFoundByNameByPathAndByCode() {
    var liuyuan = regions.find("371502002000");

    for (var name :
        List.of(
            "柳园街道",
            "柳园街道办事处",
            "东昌府区柳园街道",
            "东昌府区/柳园街道",
            "东昌府区 柳园街道",
            "聊城市东昌府区柳园街道",
            "山东省聊城市东昌府区柳园街道",
            "371502002000",
            "371502002")) {
      assertThat(regions.byName(name)).as(name).isEqualTo(liuyuan);
    }
    assertThat(regions.byName("高新区")).isEqualTo(regions.byName("l02")).isPresent();
    assertThat(regions.byName("临清市柳园街道")).isEmpty();
    assertThat(regions.byName("")).isEmpty();
  }

  @Test
  void namesakesAreFoundOnlyByTheirPath() {
    var twoTowns =
        new Regions(
            List.of(
                division("371500000000", "聊城市", CITY, ""),
                division("371502000000", "东昌府区", COUNTY, "371500000000"),
                division("371503000000", "茌平区", COUNTY, "371500000000"),
                division("371502101000", "新城镇", TOWNSHIP, "371502000000"),
                division("371503101000", "新城镇", TOWNSHIP, "371503000000")));

    assertThat(twoTowns.byName("新城镇")).isEmpty();
    assertThat(twoTowns.byName("茌平区新城镇").map(Region::code)).contains("371503101000");
    assertThat(twoTowns.byName("东昌府区新城镇").map(Region::code)).contains("371502101000");
  }

  @Test
  void thePathLeavesTheProvinceOut() {
    assertThat(regions.path("371502002000")).isEqualTo("聊城市 东昌府区 柳园街道");
    assertThat(regions.path("371500000000")).isEqualTo("聊城市");
    assertThat(regions.place("371502002000")).isEqualTo("东昌府区 柳园街道");
    assertThat(regions.place("371500000000")).isEqualTo("聊城市");
    assertThat(regions.path("3715L1000000")).isEqualTo("聊城市 聊城经济技术开发区");
    assertThat(regions.county("371502002000").map(Region::name)).contains("东昌府区");
  }

  private boolean liesWithin(Region region, Region around) {
    return region.equals(around)
        || region
            .parent()
            .flatMap(regions::find)
            .filter(parent -> liesWithin(parent, around))
            .isPresent();
  }

  private static Division division(String code, String name, Region.Level level, String parent) {
    var region =
        new Region(
            code,
            Regions.prefix(code),
            name,
            level,
            "",
            Optional.of(parent).filter(p -> !p.isEmpty()),
            false);
    return new Division(region, true, List.of());
  }
}
