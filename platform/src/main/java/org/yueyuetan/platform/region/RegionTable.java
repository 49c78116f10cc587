package org.yueyuetan.platform.region;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.region.Divisions.Division;

/**
 * Keeps the table of divisions like the lists that come with the product, so that other tables can
 * refer to it.
 */
final class RegionTable {

  private record Row(
      String code, String name, String kind, @Nullable String parent, boolean listed) {}

  private final JdbcClient jdbc;

  RegionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes what is new or has changed; nothing on most starts. A division that left the list stays:
   * things refer to it.
   */
  void bringUpToDate(List<Division> divisions) {
    var present = new HashMap<String, Row>();
    jdbc.sql("select code, name, kind, parent, listed from region").query(Row.class).stream()
        .forEach(row -> present.put(row.code(), row));
    divisions.stream()
        .filter(division -> !row(division).equals(present.get(division.region().code())))
        .sorted(Comparator.comparing(division -> division.region().level()))
        .forEach(this::write);
  }

  private static Row row(Division division) {
    var region = division.region();
    return new Row(
        region.code(),
        region.name(),
        region.kind(),
        region.parent().orElse(null),
        division.listed());
  }

  private void write(Division division) {
    var region = division.region();
    jdbc.sql(
            """
            insert into region (code, short_code, name, level, kind, parent, local, listed)
            values (:code, :shortCode, :name, :level, :kind, :parent, :local, :listed)
            on conflict (code) do update
            set name = excluded.name, kind = excluded.kind, parent = excluded.parent, listed = excluded.listed
            """)
        .param("code", region.code())
        .param("shortCode", region.shortCode())
        .param("name", region.name())
        .param("level", region.level().name())
        .param("kind", region.kind())
        .param("parent", region.parent().orElse(null))
        .param("local", region.local())
        .param("listed", division.listed())
        .update();
  }
}
