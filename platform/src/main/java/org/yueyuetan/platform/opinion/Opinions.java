package org.yueyuetan.platform.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.GuestUnlisted;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Talks;

/** What was said about the matter of talks (意见). */
@Component
public class Opinions {

  /** An opinion as the public reads it: by which side, and by which unit only if they agreed. */
  public record Published(long id, Party party, Optional<String> unit, String text) {}

  private record Speaker(
      Optional<Long> organization, Optional<Long> invitation, String name, Party party) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;
  private final Agenda agenda;
  private final Votes votes;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Opinions(
      JdbcClient jdbc,
      Clock clock,
      Talks talks,
      Agenda agenda,
      Votes votes,
      ApplicationEventPublisher events,
      Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
    this.agenda = agenda;
    this.votes = votes;
    this.events = events;
    this.audit = audit;
  }

  /** Everything said at a talk, for staff of its region and for the organization that said it. */
  public List<Opinion> ofTalk(Scope scope, long talk) {
    return jdbc.sql(
            """
            select o.* from opinion o join talk t on t.id = o.talk_id
            where o.talk_id = :talk and (t.region_code like :scopeRegion or o.organization_id = :scopeOrganization)
            order by o.id
            """)
        .param("talk", talk)
        .params(scope.parameters())
        .query(Rows::opinion)
        .list();
  }

  /** In the words of the public, oldest first; {@code after} is the last one of the page before. */
  List<Published> told(long talk, OpinionFilter filter, long after, int limit) {
    return jdbc.sql(
            """
            select o.id, o.party, opinion_unit(o) as unit, o.text
            from opinion o
            where o.talk_id = :talk and o.status = 'ACCEPTED' and o.id > :after
              and (:agenda = 0 or o.agenda_id = :agenda) and (:party = '' or o.party = :party)
            order by o.id limit :limit
            """)
        .param("talk", talk)
        .param("after", after)
        .param("agenda", filter.agenda().orElse(0L))
        .param("party", filter.party().map(Party::name).orElse(""))
        .param("limit", limit)
        .query(Opinions::published)
        .list();
  }

  int count(long talk, OpinionFilter filter) {
    return jdbc.sql(
            """
            select count(*) from opinion o
            where o.talk_id = :talk and o.status = 'ACCEPTED'
              and (:agenda = 0 or o.agenda_id = :agenda) and (:party = '' or o.party = :party)
            """)
        .param("talk", talk)
        .param("agenda", filter.agenda().orElse(0L))
        .param("party", filter.party().map(Party::name).orElse(""))
        .query(Integer.class)
        .single();
  }

  /** How many count. */
  public int count(long talk) {
    return count(talk, OpinionFilter.all());
  }

  /**
   * Those that most guests agree with, in the words of the public, even before the follow-up
   * begins: whoever shows them decides to whom.
   */
  public List<Published> foremost(long talk, int limit) {
    return jdbc.sql(
            """
            select o.id, o.party, opinion_unit(o) as unit, o.text
            from opinion o left join opinion_vote v on v.opinion_id = o.id and v.side = 1
            where o.talk_id = :talk and o.status = 'ACCEPTED'
            group by o.id order by count(v.side) desc, o.id limit :limit
            """)
        .param("talk", talk)
        .param("limit", limit)
        .query(Opinions::published)
        .list();
  }

  private static Published published(ResultSet row, int n) throws SQLException {
    return new Published(
        row.getLong("id"),
        Party.valueOf(row.getString("party")),
        Optional.ofNullable(row.getString("unit")),
        row.getString("text"));
  }

  /** The unit that voiced an opinion, as far as others may read it; empty when they may not. */
  String unit(long opinion) {
    return jdbc.sql("select coalesce(opinion_unit(o), '') from opinion o where o.id = :id")
        .param("id", opinion)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Those of a talk that count, oldest first; whoever shows them decides to whom. */
  public List<Opinion> accepted(long talk) {
    return jdbc.sql(
            "select * from opinion where talk_id = :talk and status = 'ACCEPTED' order by id")
        .param("talk", talk)
        .query(Rows::opinion)
        .list();
  }

  /** Those that count, the latest first; {@code before} is the last one of the page before. */
  List<Opinion> latest(long talk, long before, int limit) {
    return jdbc.sql(
            """
            select * from opinion where talk_id = :talk and status = 'ACCEPTED' and id < :before
            order by id desc limit :limit
            """)
        .param("talk", talk)
        .param("before", before)
        .param("limit", limit)
        .query(Rows::opinion)
        .list();
  }

  /** Several at once; whoever shows them decides to whom. */
  List<Opinion> of(Collection<Long> ids) {
    return jdbc.sql("select * from opinion where id = any(array[:ids]::bigint[])")
        .param("ids", ids)
        .query(Rows::opinion)
        .list();
  }

  /** Of merged opinions, those that stand for them, by their id. */
  Map<Long, Opinion> standingFor(List<Opinion> merged) {
    return of(merged.stream().flatMap(one -> one.mergedInto().stream()).toList()).stream()
        .collect(Collectors.toMap(Opinion::id, standing -> standing));
  }

  /** An opinion, for staff of its talk's region and for the organization that voiced it. */
  public Optional<Opinion> find(Scope scope, long id) {
    return jdbc.sql(
            """
            select o.* from opinion o join talk t on t.id = o.talk_id
            where o.id = :id and (t.region_code like :scopeRegion or o.organization_id = :scopeOrganization)
            """)
        .param("id", id)
        .params(scope.parameters())
        .query(Rows::opinion)
        .optional();
  }

  Opinion find(SignedIn me, long talk, long id) {
    return find(me.scope(), id)
        .filter(opinion -> opinion.talk() == talk)
        .orElseThrow(() -> new NotFound("opinion", id));
  }

  @Transactional
  public long record(SignedIn me, long talk, OpinionDraft draft) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    var speaker = speaker(talk, draft);
    var id =
        jdbc.sql(
                """
                insert into opinion (talk_id, agenda_id, organization_id, invitation_id, speaker, party, text, named, status, origin, recorded_at)
                values (:talk, :agenda, :organization, :invitation, :speaker, :party, :text, :named, 'ACCEPTED', 'RECORDED', :now)
                returning id
                """)
            .param("talk", talk)
            .param("agenda", question(talk, draft.agenda()))
            .param("organization", speaker.organization().orElse(null))
            .param("invitation", speaker.invitation().orElse(null))
            .param("speaker", speaker.name())
            .param("party", speaker.party().name())
            .param("text", draft.text())
            .param("named", draft.named())
            .param("now", Rows.sql(clock.instant()))
            .query(Long.class)
            .single();
    audit.changed("record", "opinion", id, null, told(talk, speaker, draft));
    votes.agreeOwn(byId(id), id);
    events.publishEvent(new OpinionRecorded(id, talk));
    return id;
  }

  /**
   * Mends an opinion. Whoever turns out to have said it has it from then on, with the agreement,
   * the answer and the right to rate it.
   *
   * @throws VotedOn when guests have voted on other words
   * @throws InUse when other words were answered or went into an issued document
   */
  @Transactional
  public void change(SignedIn me, long talk, long id, int version, OpinionDraft draft) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    var before = recorded(me, talk, id);
    if (!before.text().equals(draft.text())) {
      refuseIfOthersVoted(before);
      events.publishEvent(new OpinionReworded(id));
    }
    var speaker = speaker(before, draft);
    var written =
        jdbc.sql(
                """
                update opinion
                set agenda_id = :agenda, organization_id = :organization::bigint, invitation_id = :invitation::bigint,
                    speaker = :speaker, party = :party, text = :text, named = :named,
                    version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("agenda", question(talk, draft.agenda()))
            .param("organization", speaker.organization().orElse(null))
            .param("invitation", speaker.invitation().orElse(null))
            .param("speaker", speaker.name())
            .param("party", speaker.party().name())
            .param("text", draft.text())
            .param("named", draft.named())
            .update();
    if (written == 0) {
      throw new EditedElsewhere("opinion", id);
    }
    if (!speaker.invitation().equals(before.invitation())) {
      var after = byId(id);
      votes.disown(before, after);
      votes.agreeOwn(after, id);
    }
    audit.changed(
        "change",
        "opinion",
        id,
        Map.of("speaker", before.speaker(), "text", before.text(), "named", before.named()),
        told(talk, speaker, draft));
  }

  /**
   * Takes away what was written down by mistake; the trail keeps what it said.
   *
   * @throws VotedOn when guests have voted on it: then it is declined, with a reason
   * @throws InUse when it was answered, an issued document cites it, or others were merged into it
   */
  @Transactional
  public void remove(SignedIn me, long talk, long id, int version) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    var before = recorded(me, talk, id);
    if (before.version() != version) {
      throw new EditedElsewhere("opinion", id);
    }
    refuseIfOthersVoted(before);
    refuseIfItStandsForOthers(id);
    events.publishEvent(new OpinionRemoved(id));
    votes.removed(before);
    jdbc.sql("delete from opinion where id = :id").param("id", id).update();
    audit.changed(
        "delete",
        "opinion",
        id,
        Map.of("speaker", before.speaker(), "text", before.text(), "named", before.named()),
        null);
  }

  /** Nobody is left who could be asked: what stays is told by the unit, never by the person. */
  @EventListener
  void on(GuestUnlisted event) {
    jdbc.sql(
            """
            update opinion o set speaker = i.unit, version = o.version + 1
            from invitation i
            where i.id = :invitation and o.invitation_id = i.id and o.organization_id is null and o.speaker <> ''
            """)
        .param("invitation", event.invitation())
        .update();
  }

  /** What staff wrote down; what a guest stated is the guest's. Locked against votes. */
  private Opinion recorded(SignedIn me, long talk, long id) {
    jdbc.sql("select id from opinion where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return Optional.of(find(me, talk, id))
        .filter(opinion -> opinion.origin() == Opinion.Origin.RECORDED)
        .orElseThrow(() -> new NotFound("recorded opinion", id));
  }

  private void refuseIfOthersVoted(Opinion opinion) {
    if (votes.hasOthers(opinion)) {
      throw new VotedOn(opinion.id());
    }
  }

  private void refuseIfItStandsForOthers(long id) {
    if (jdbc.sql("select exists (select from opinion where merged_into = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single()) {
      throw new InUse(id);
    }
  }

  private Opinion byId(long id) {
    return jdbc.sql("select * from opinion where id = :id")
        .param("id", id)
        .query(Rows::opinion)
        .single();
  }

  /** An opinion answers a question of its own talk. */
  private @Nullable Long question(long talk, Optional<Long> item) {
    if (item.isPresent()
        && agenda.questions(talk).stream().noneMatch(one -> one.id() == item.get())) {
      throw new NotFound("question", item.get());
    }
    return item.orElse(null);
  }

  /** A guest who left the list meanwhile is named no more, but still is who said it. */
  private Speaker speaker(Opinion before, OpinionDraft draft) {
    var sameGuest = draft.guest().isPresent() && draft.guest().equals(before.invitation());
    var sameUnlisted =
        draft.guest().isEmpty()
            && before.invitation().isEmpty()
            && draft.speaker().equals(before.speaker());
    return sameGuest || sameUnlisted
        ? new Speaker(
            before.organization(),
            before.invitation(),
            before.speaker(),
            sameGuest ? before.party() : draft.party())
        : speaker(before.talk(), draft);
  }

  private Speaker speaker(long talk, OpinionDraft draft) {
    return draft
        .guest()
        .map(guest -> guest(talk, guest))
        .orElseGet(
            () -> new Speaker(Optional.empty(), Optional.empty(), draft.speaker(), draft.party()));
  }

  private Speaker guest(long talk, long guest) {
    return jdbc.sql(
            """
            select organization_id, trim(unit || ' ' || attendee) as speaker, party
            from invitation
            where talk_id = :talk and id = :guest and status = 'ACCEPTED'
            """)
        .param("talk", talk)
        .param("guest", guest)
        .query((row, n) ->
            new Speaker(
                Rows.maybeId(row, "organization_id"),
                Optional.of(guest),
                row.getString("speaker"),
                Party.valueOf(row.getString("party"))))
        .optional()
        .orElseThrow(() -> new NotFound("invitation", guest));
  }

  private static Map<String, Object> told(long talk, Speaker speaker, OpinionDraft draft) {
    var told = new LinkedHashMap<String, Object>();
    told.put("talk", talk);
    told.put("speaker", speaker.name());
    told.put("text", draft.text());
    told.put("named", draft.named());
    return told;
  }
}
