package org.yueyuetan.platform.fulfilment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedEvent;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.Provisions;

/**
 * Signed agreements and how they are carried out; ratings and the answers to need and offers at the
 * end.
 */
@Service
@Transactional
public class Fulfilments {

  private static final String ANSWER = "ANSWER";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Desk desk;
  private final FulfilmentTable table;
  private final Projects projects;
  private final Provisions provisions;
  private final Needs needs;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Fulfilments(
      JdbcClient jdbc,
      Clock clock,
      Desk desk,
      FulfilmentTable table,
      Projects projects,
      Provisions provisions,
      Needs needs,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.desk = desk;
    this.table = table;
    this.projects = projects;
    this.provisions = provisions;
    this.needs = needs;
    this.audit = audit;
    this.events = events;
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<Line> list(SignedIn me, Filter filter, Optional<Long> after, int limit) {
    return table.list(Desk.reach(me), filter, after, limit);
  }

  @Transactional(readOnly = true)
  public int count(SignedIn me, Filter filter) {
    return table.count(Desk.reach(me), filter);
  }

  /** What has passed its date in a region, the oldest first. */
  @Transactional(readOnly = true)
  public List<Due> overdue(Scope scope, int limit) {
    return table.overdue(scope, limit);
  }

  /** What is asked of a representative's organization, the most pressing first. */
  @Transactional(readOnly = true)
  public List<Asked> asked(SignedIn me, int limit) {
    return me.organization().isPresent() ? table.asked(me.scope(), limit) : List.of();
  }

  @Transactional(readOnly = true)
  public Case open(SignedIn me, long agreement) {
    return desk.open(me, agreement);
  }

  @Transactional(readOnly = true)
  public List<Move> history(Case open) {
    return open.inside() ? table.history(open.id()) : List.of();
  }

  // --- rating ---

  @Transactional(readOnly = true)
  public List<Rating> ratings(Case open) {
    if (!open.inside()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select r.from_id as "from", f.name as from_unit, r.to_id as "to", t.name as to_unit, r.stars, r.word
            from fulfilment_rating r
            join organization f on f.id = r.from_id
            join organization t on t.id = r.to_id
            where r.agreement_id = :agreement order by r.at, r.from_id, r.to_id
            """)
        .param("agreement", open.id())
        .query(Rating.class)
        .list();
  }

  /** A party rates another when all is over. The first word stands. */
  public void rate(SignedIn me, long agreement, long to, int stars, String word) {
    var open = desk.hold(me, agreement);
    var from =
        open.party()
            .filter(party -> party.organization() != to && open.agreement().of(to).isPresent())
            .orElseThrow(() -> new AccessDeniedException("not for this person to do"));
    if (open.isRunning()) {
      throw new Refused("", "fulfilment.fault.running");
    }
    var written =
        jdbc.sql(
                """
                insert into fulfilment_rating (agreement_id, from_id, to_id, stars, word, at)
                values (:agreement, :from, :to, :stars, :word, :now) on conflict do nothing
                """)
            .param("agreement", agreement)
            .param("from", from.organization())
            .param("to", to)
            .param("stars", stars)
            .param("word", word)
            .param("now", FulfilmentTable.sql(clock.instant()))
            .update();
    if (written == 0) {
      throw new Refused("", "fulfilment.fault.rated");
    }
    audit.changed("rate", "agreement", agreement, null, Map.of("to", to, "stars", stars));
  }

  // --- answers to whoever stated a need or an offer ---

  /**
   * The need that the agreement's project grew from and the offers that its contributions come
   * from, while staff can answer them with what the agreement brought; each is answered once.
   */
  @Transactional(readOnly = true)
  public List<Need> answerable(SignedIn me, Case open) {
    if (!open.staff() || open.fulfilment().status() != FulfilmentStatus.FULFILLED) {
      return List.of();
    }
    var answered =
        table.history(open.id()).stream()
            .filter(move -> move.event().equals(ANSWER))
            .map(Move::subject)
            .toList();
    return Stream.concat(need(me, open), offers(me, open))
        .distinct()
        .flatMap(id -> needs.find(me, id).stream())
        .filter(need -> needs.permitted(need, me).events().contains(NeedEvent.ANSWER))
        .filter(need -> !answered.contains(need.title()))
        .toList();
  }

  private Stream<Long> need(SignedIn me, Case open) {
    return open.agreement().project().flatMap(id -> projects.find(me, id)).stream()
        .flatMap(project -> project.need().stream());
  }

  private Stream<Long> offers(SignedIn me, Case open) {
    var given =
        open.agreement().contributions().stream()
            .flatMap(contribution -> contribution.provision().stream())
            .toList();
    return provisions.lines(me.scope(), given).stream()
        .flatMap(provision -> provision.offer().stream());
  }

  /** Tells whoever stated a need or an offer what the agreement brought. */
  public void answerNeed(SignedIn me, long agreement, long id, String answer) {
    var need =
        answerable(me, desk.hold(me, agreement)).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFound("need of agreement " + agreement, id));
    needs.answer(need.id(), answer, me);
    table.note(agreement, ANSWER, need.title(), "", me);
    events.publishEvent(new NeedMet(need.id(), agreement));
  }
}
