package org.yueyuetan.platform.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.words.Words;

/** Finds organizations that a talk might call: those concerned by its theme first. */
@Component
class Candidates {

  /** Place of a candidate in the order: those concerned first, then by id. */
  record Key(int rank, long id) {

    static final Key START = new Key(-1, 0);

    static Key read(String typed) {
      try {
        var parts = typed.split("-", 2);
        return parts.length == 2
            ? new Key(Integer.parseInt(parts[0]), Long.parseLong(parts[1]))
            : START;
      } catch (NumberFormatException garbled) {
        return START;
      }
    }

    static Key of(Candidate candidate) {
      return new Key(candidate.isConcerned() ? 0 : 1, candidate.organization());
    }

    @Override
    public String toString() {
      return rank + "-" + id;
    }
  }

  private static final String CONCERNED_AND_MATCHING =
      """
      with stated as (
        select distinct n.organization_id as id from theme_need tn join need n on n.id = tn.need_id
        where tn.theme_id = :theme),
      supporting as (
        select distinct s.organization_id as id from theme_need tn join need_support s on s.need_id = tn.need_id
        where tn.theme_id = :theme),
      found as materialized (
        select o.id, o.name, o.kind, o.level, o.region_code,
               exists (select from stated where stated.id = o.id) as stated,
               exists (select from supporting where supporting.id = o.id) as supported
        from organization o
        where o.active and o.region_code like :scopeRegion and o.region_code like :region
          and (:kind = '' or o.kind = :kind)
          and (:level = '' or o.level = :level)
          and (:field = '' or exists
            (select from organization_field f where f.organization_id = o.id and f.field = :field))
          and (:words = '' or o.words @@ cast(nullif(:words, '') as tsquery))
          and not exists (select from invitation i where i.talk_id = :talk and i.organization_id = o.id)
          and (not :neverInvited or not exists
            (select from invitation i where i.organization_id = o.id and i.invited_at is not null))),
      chosen as (
        select found.*, case when stated or supported then 0 else 1 end as rank from found
        where not :concerned or stated or supported)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Candidates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Candidate> list(Scope scope, Talk talk, ConveneFilter filter, Key after, int limit) {
    return jdbc.sql(
            CONCERNED_AND_MATCHING
                + """
                select chosen.*,
                  (select count(*) from invitation i
                   where i.organization_id = chosen.id and i.invited_at is not null) as invitations,
                  (select max(i.invited_at) from invitation i where i.organization_id = chosen.id) as last_invited
                from chosen
                where (rank, id) > (:rank, :after)
                order by rank, id
                limit :limit
                """)
        .params(parameters(scope, talk, filter))
        .param("rank", after.rank())
        .param("after", after.id())
        .param("limit", limit)
        .query(this::candidate)
        .list();
  }

  /** Ids of all that match, at most {@code limit}. */
  List<Long> ids(Scope scope, Talk talk, ConveneFilter filter, int limit) {
    return jdbc.sql(CONCERNED_AND_MATCHING + "select id from chosen order by rank, id limit :limit")
        .params(parameters(scope, talk, filter))
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  int count(Scope scope, Talk talk, ConveneFilter filter) {
    return jdbc.sql(CONCERNED_AND_MATCHING + "select count(*) from chosen")
        .params(parameters(scope, talk, filter))
        .query(Integer.class)
        .single();
  }

  private static Map<String, Object> parameters(Scope scope, Talk talk, ConveneFilter filter) {
    var parameters = new HashMap<>(scope.parameters());
    parameters.put("talk", talk.id());
    parameters.put("theme", talk.theme().orElse(0L));
    parameters.put(
        "region", (filter.region().isEmpty() ? "" : Regions.prefix(filter.region())) + "%");
    parameters.put("kind", filter.kind().map(Kind::name).orElse(""));
    parameters.put("level", filter.level().map(Level::name).orElse(""));
    parameters.put("field", filter.field().map(Enum::name).orElse(""));
    parameters.put("words", Words.query(filter.query()).orElse(""));
    parameters.put("neverInvited", filter.neverInvited());
    parameters.put("concerned", filter.concerned());
    return parameters;
  }

  private Candidate candidate(ResultSet row, int n) throws SQLException {
    return new Candidate(
        row.getLong("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        Level.valueOf(row.getString("level")),
        row.getString("region_code"),
        row.getBoolean("stated"),
        row.getBoolean("supported"),
        row.getInt("invitations"),
        Rows.maybeInstant(row, "last_invited").map(at -> at.atZone(clock.getZone()).toLocalDate()));
  }
}
