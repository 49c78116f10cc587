package org.yueyuetan.platform.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.region.Divisions.Division;

/** The divisions, held in memory: they change with a release, not while the program runs. */
@Component
public class Regions {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u3000/／>＞、,，·-]+");

  private final List<Region> listed;
  private final List<Region> counties;
  private final Map<String, Region> byCode = new LinkedHashMap<>();
  private final Map<String, List<Region>> byParent = new HashMap<>();
  private final Map<String, List<Region>> byName = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  @Autowired
  Regions(JdbcClient jdbc) {
    this(Divisions.read());
    new RegionTable(jdbc).bringUpToDate(Divisions.read());
  }

  Regions(List<Division> divisions) {
    for (var division : divisions) {
      byCode.put(division.region().code(), division.region());
    }
    listed = divisions.stream().filter(Division::listed).map(Division::region).toList();
    counties = listed.stream().filter(region -> region.level() == Region.Level.COUNTY).toList();
    for (var division : divisions) {
      var region = division.region();
      paths.put(region.code(), path(region));
      if (division.listed()) {
        region
            .parent()
            .ifPresent(
                parent -> byParent.computeIfAbsent(parent, p -> new ArrayList<>()).add(region));
        enterNames(division);
      }
    }
  }

  /** All divisions that are offered to people, parents before children. */
  public List<Region> all() {
    return listed;
  }

  /** The division with this 12-place code, offered or not. */
  public Optional<Region> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The division that a person means: its name where only one bears it, its name after those of the
   * divisions around it ({@code 东昌府区柳园街道}, {@code 东昌府区/柳园街道}), or its code, long or short.
   */
  public Optional<Region> byName(String name) {
    var found = byName.getOrDefault(key(name), List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Counties, districts and city-run zones. */
  public List<Region> counties() {
    return counties;
  }

  /** The divisions directly below. */
  public List<Region> below(String code) {
    return List.copyOf(byParent.getOrDefault(code, List.of()));
  }

  /** The county or zone in which a division lies, or which it is; empty for a city and above. */
  public Optional<Region> county(String code) {
    return find(code)
        .flatMap(region ->
            switch (region.level()) {
              case COUNTY -> Optional.of(region);
              case TOWNSHIP -> region.parent().flatMap(this::find);
              case CITY, PROVINCE -> Optional.empty();
            });
  }

  /**
   * Where it lies, without the province: 聊城市 东昌府区 柳园街道. The code itself if there is no such
   * division.
   */
  public String path(String code) {
    return paths.getOrDefault(code, code);
  }

  /** Where it lies within its city: 东昌府区 柳园街道; of the city itself its name. */
  public String place(String code) {
    var path = path(code);
    return path.substring(path.indexOf(' ') + 1);
  }

  /**
   * The code without its trailing zero groups, which every code below begins with: 371502000000 →
   * 371502.
   */
  public static String prefix(String code) {
    var end = code.length();
    for (var start : new int[] {9, 6, 4, 2}) {
      if (end <= start || !code.substring(start, end).chars().allMatch(digit -> digit == '0')) {
        break;
      }
      end = start;
    }
    return code.substring(0, end);
  }

  private String path(Region region) {
    if (region.level() == Region.Level.PROVINCE) {
      return region.name();
    }
    return region
        .parent()
        .map(byCode::get)
        .filter(parent -> parent.level() != Region.Level.PROVINCE)
        .map(parent -> path(parent) + " " + region.name())
        .orElse(region.name());
  }

  private void enterNames(Division division) {
    var region = division.region();
    enter(region.code(), region);
    enter(region.shortCode(), region);
    for (var name : division.also()) {
      enter(name, region);
    }
    var name = region.name();
    enter(name, region);
    for (var above = region.parent().map(byCode::get); above.isPresent(); ) {
      name = above.get().name() + name;
      enter(name, region);
      above = above.get().parent().map(byCode::get);
    }
  }

  private void enter(String name, Region region) {
    var bearers = byName.computeIfAbsent(key(name), n -> new ArrayList<>());
    if (!bearers.contains(region)) {
      bearers.add(region);
    }
  }

  private static String key(String name) {
    var bare = SEPARATORS.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    return bare.endsWith("街道办事处") ? bare.substring(0, bare.length() - "办事处".length()) : bare;
  }
}
