package org.yueyuetan.platform.project;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Amounts added up by what they serve: how rooms above answer for {@link Progress}. */
@Component
public class Sums {

  private final JdbcClient jdbc;

  Sums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code sql} takes {@code :ids} as an array and gives {@code id} and {@code amount}. */
  public Map<Long, Long> of(String sql, Collection<Long> ids) {
    return jdbc
        .sql(sql)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong("id"), row.getLong("amount")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
