package org.yueyuetan.platform.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.outcome.Thing.Ref;

/**
 * Follows the golden thread from a thing, back and forth, one query a step. What the person may not
 * see is counted and not followed: what lies behind it would tell about it.
 */
@Component
public class Threads {

  private record Step(Link link, Thing thing, boolean visible) {}

  private static final Set<ThingKind> ANY = Set.of(ThingKind.values());
  private static final Set<ThingKind> OCCASION = Set.of(ThingKind.TALK, ThingKind.THEME);
  private static final int MOST_STEPS = 6;
  private static final int MOST_LINKS = 400;

  private static final String FORWARD =
      """
      select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.at as linked_at, l.actor,
             t.kind, t.id, t.title, t.status, t.text, t.unit, t.at, t.path,
             (coalesce(t.region_code like :scopeRegion, :scopeRegion <> '') or t.organization_id is not distinct from :scopeOrganization
              or t.shared and :scopeShared or t.published and :scopePublished) as visible
      from unnest(array[:kinds]::text[], array[:ids]::bigint[]) as here (kind, id)
      join link l on l.from_kind = here.kind and l.from_id = here.id and l.relation not in ('answered', 'passedOver', 'unmatched')
      join thing t on t.kind = l.to_kind and t.id = l.to_id
      order by l.at, l.to_kind, l.to_id
      limit :limit
      """;

  private static final String BACK =
      """
      select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.at as linked_at, l.actor,
             t.kind, t.id, t.title, t.status, t.text, t.unit, t.at, t.path,
             (coalesce(t.region_code like :scopeRegion, :scopeRegion <> '') or t.organization_id is not distinct from :scopeOrganization
              or t.shared and :scopeShared or t.published and :scopePublished) as visible
      from unnest(array[:kinds]::text[], array[:ids]::bigint[]) as here (kind, id)
      join link l on l.to_kind = here.kind and l.to_id = here.id and l.relation not in ('answered', 'passedOver', 'unmatched')
      join thing t on t.kind = l.from_kind and t.id = l.from_id
      order by l.at, l.from_kind, l.from_id
      limit :limit
      """;

  private final JdbcClient jdbc;

  Threads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One thing, if the person may see it. */
  public Optional<Thing> find(Scope scope, ThingKind kind, long id) {
    return find(scope, kind, List.of(id)).stream().findFirst();
  }

  /** The thread through a thing; empty when there is no such thing within sight. */
  public Optional<GoldenThread> through(Scope scope, ThingKind kind, long id) {
    return find(scope, kind, id).map(start -> new Walk(scope, start).thread());
  }

  /** One walk along the thread. */
  private final class Walk {

    private final Scope scope;
    private final Thing start;
    private final Map<Ref, Thing> things = new LinkedHashMap<>();
    private final Set<Link> links = new LinkedHashSet<>();
    private final Set<Ref> followed = new HashSet<>();
    private final Set<Ref> hidden = new HashSet<>();
    private final Set<Ref> origins = new HashSet<>();
    private boolean cut;

    Walk(Scope scope, Thing start) {
      this.scope = scope;
      this.start = start;
      things.put(start.ref(), start);
      followed.add(start.ref());
    }

    GoldenThread thread() {
      follow(FORWARD, List.of(start.ref()), ANY);
      follow(BACK, List.of(start.ref()), ANY);
      if (start.kind() == ThingKind.ORGANIZATION) {
        follow(BACK, undertaken(), OCCASION);
      }
      var needs =
          things.keySet().stream()
              .filter(ref -> ref.kind() == ThingKind.NEED)
              .map(Ref::id)
              .toList();
      find(scope, ThingKind.ANSWER, needs).forEach(answer -> things.put(answer.ref(), answer));
      answers(needs).stream().filter(link -> things.containsKey(link.from())).forEach(links::add);
      var counts = new EnumMap<ThingKind, Integer>(ThingKind.class);
      hidden.forEach(ref -> counts.merge(ref.kind(), 1, Integer::sum));
      return new GoldenThread(
          start,
          things.values().stream()
              .sorted(
                  Comparator.comparing(Thing::kind)
                      .thenComparing(Thing::at)
                      .thenComparingLong(Thing::id))
              .toList(),
          List.copyOf(links),
          counts,
          start.kind() == ThingKind.NEED ? passedOver(start.id()) : List.of(),
          cut);
    }

    /** What an organization promised; needs of others that led to it are not its story. */
    private List<Ref> undertaken() {
      return links.stream()
          .filter(link -> link.relation() == Relation.UNDERTOOK)
          .map(Link::to)
          .toList();
    }

    private void follow(String direction, Collection<Ref> from, Set<ThingKind> kinds) {
      var frontier = from;
      for (var steps = 0; steps < MOST_STEPS && !frontier.isEmpty(); steps++) {
        var next = new LinkedHashSet<Ref>();
        for (var step : steps(direction, frontier)) {
          var ref = step.thing().ref();
          if (!kinds.contains(ref.kind()) || isAnothers(direction, step.link())) {
            continue;
          }
          if (!step.visible()) {
            hidden.add(ref);
          } else {
            links.add(step.link());
            things.put(ref, step.thing());
            if (step.link().relation() != Relation.CITED && followed.add(ref)) {
              next.add(ref);
            }
          }
        }
        frontier = next;
      }
    }

    /**
     * Of what grew from needs of its own, these are the origin; what else its talk's theme took up
     * is another story. The own ones are nearer, so they come first.
     */
    private boolean isAnothers(String direction, Link link) {
      if (!direction.equals(BACK) || link.from().kind() != ThingKind.NEED) {
        return false;
      }
      if (link.relation() != Relation.TAKEN_UP) {
        origins.add(link.from());
      }
      return !origins.isEmpty() && !origins.contains(link.from());
    }

    private List<Step> steps(String direction, Collection<Ref> frontier) {
      var found =
          jdbc.sql(direction)
              .params(scope.parameters())
              .param("kinds", frontier.stream().map(ref -> ref.kind().key()).toList())
              .param("ids", frontier.stream().map(Ref::id).toList())
              .param("limit", MOST_LINKS + 1)
              .query((row, n) -> new Step(link(row), thing(row, n), row.getBoolean("visible")))
              .list();
      if (found.size() > MOST_LINKS) {
        cut = true;
        return found.subList(0, MOST_LINKS);
      }
      return found;
    }
  }

  private List<Thing> find(Scope scope, ThingKind kind, List<Long> ids) {
    return jdbc.sql(
            """
            select t.kind, t.id, t.title, t.status, t.text, t.unit, t.at, t.path
            from thing t
            where t.kind = :kind and t.id = any(array[:ids]::bigint[])
              and (coalesce(t.region_code like :scopeRegion, :scopeRegion <> '') or t.organization_id = :scopeOrganization
                   or t.shared and :scopeShared or t.published and :scopePublished)
            order by t.id
            """)
        .params(scope.parameters())
        .param("kind", kind.key())
        .param("ids", ids)
        .query(Threads::thing)
        .list();
  }

  private List<Link> answers(List<Long> needs) {
    return jdbc.sql(
            """
            select l.from_kind, l.from_id, l.relation, l.to_kind, l.to_id, l.at as linked_at, l.actor
            from link l
            where l.to_kind = 'need' and l.to_id = any(array[:needs]::bigint[]) and l.relation = 'answered'
            order by l.at, l.to_id
            """)
        .param("needs", needs)
        .query((row, n) -> link(row))
        .list();
  }

  private List<Thing> passedOver(long need) {
    return jdbc.sql(
            """
            select t.kind, t.id, t.title, t.status, t.text, t.unit, t.at, t.path
            from link l join thing t on t.kind = l.to_kind and t.id = l.to_id
            where l.from_kind = 'need' and l.from_id = :need and l.relation in ('passedOver', 'unmatched')
            order by l.at
            """)
        .param("need", need)
        .query(Threads::thing)
        .list();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        ref(row, "from_kind", "from_id"),
        Relation.of(row.getString("relation")),
        ref(row, "to_kind", "to_id"),
        instant(row, "linked_at"),
        row.getString("actor"));
  }

  private static Thing thing(ResultSet row, int n) throws SQLException {
    return new Thing(
        ref(row, "kind", "id"),
        row.getString("title"),
        row.getString("status"),
        row.getString("text"),
        row.getString("unit"),
        instant(row, "at"),
        row.getString("path"));
  }

  private static Ref ref(ResultSet row, String kind, String id) throws SQLException {
    return new Ref(ThingKind.of(row.getString(kind)).orElseThrow(), row.getLong(id));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
