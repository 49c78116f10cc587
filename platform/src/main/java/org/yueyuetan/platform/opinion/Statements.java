package org.yueyuetan.platform.opinion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaItem;

/** Opinions that guests state on the phone. They wait for a moderator before others see them. */
@Component
public class Statements {

  /** So many may a guest state for one talk, so that nobody floods the room. */
  public static final int MOST = 10;

  /** What came of a statement. */
  public enum Outcome {
    DONE,
    /** Not taken yet: others have said nearly the same. */
    SIMILAR,
    TOO_MANY,
    CLOSED,
    /** Not taken yet: typed when nobody was named, but by now units are. */
    NAMED
  }

  /**
   * An outcome with its cause.
   *
   * @param similar what others have said that is nearly the same, when that is why it was not taken
   */
  public record Stated(Outcome outcome, List<Opinion> similar) {

    public Stated {
      similar = List.copyOf(similar);
    }

    static Stated of(Outcome outcome) {
      return new Stated(outcome, List.of());
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Nearby nearby;
  private final Agenda agenda;
  private final Crowd crowd;
  private final Audit audit;

  Statements(JdbcClient jdbc, Clock clock, Nearby nearby, Agenda agenda, Crowd crowd, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.nearby = nearby;
    this.agenda = agenda;
    this.crowd = crowd;
    this.audit = audit;
  }

  /** Everything the guest has said, in the room or on the phone, the newest first. */
  public List<Opinion> mine(long invitation) {
    return jdbc.sql("select * from opinion where invitation_id = :invitation order by id desc")
        .param("invitation", invitation)
        .query(Rows::opinion)
        .list();
  }

  /** States an opinion. Sending the very same again changes nothing. */
  @Transactional
  public Stated state(Participant guest, Statement statement) {
    if (!guest.takesPart()) {
      return Stated.of(Outcome.CLOSED);
    }
    if (statement.unnamed() && !guest.round().anonymous()) {
      return Stated.of(Outcome.NAMED);
    }
    requireQuestion(guest.talk(), statement);
    if (!staysOpen(guest.talk())) {
      return Stated.of(Outcome.CLOSED);
    }
    jdbc.sql("select id from invitation where id = :id for no key update")
        .param("id", guest.invitation())
        .query(Long.class)
        .single();
    var mine = mine(guest.invitation());
    if (mine.stream().anyMatch(opinion -> saysTheSame(opinion, statement))) {
      return Stated.of(Outcome.DONE);
    }
    if (mine.stream().filter(opinion -> opinion.origin() == Opinion.Origin.PHONE).count() >= MOST) {
      return Stated.of(Outcome.TOO_MANY);
    }
    if (!statement.anyway()) {
      var similar = nearby.to(guest.talk(), statement.text(), waiting(mine));
      if (!similar.isEmpty()) {
        return new Stated(Outcome.SIMILAR, similar);
      }
    }
    write(guest, statement);
    return Stated.of(Outcome.DONE);
  }

  /** A talk that is being closed while the phone sends takes no more: nobody would judge it. */
  private boolean staysOpen(long talk) {
    return jdbc.sql(
            "select id from talk where id = :talk and status not in ('CLOSED', 'CANCELLED') for key share")
        .param("talk", talk)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private void requireQuestion(long talk, Statement statement) {
    statement
        .agenda()
        .filter(item ->
            agenda.questions(talk).stream().map(AgendaItem::id).noneMatch(id -> id.equals(item)))
        .ifPresent(item -> {
          throw new NotFound("question", item);
        });
  }

  private static boolean saysTheSame(Opinion opinion, Statement statement) {
    return opinion.text().equals(statement.text())
        && opinion.agenda().equals(statement.agenda())
        && opinion.status() != OpinionStatus.DECLINED;
  }

  private static List<Opinion> waiting(List<Opinion> mine) {
    return mine.stream().filter(opinion -> opinion.status() == OpinionStatus.SUBMITTED).toList();
  }

  private void write(Participant guest, Statement statement) {
    var anonymous = guest.round().anonymous();
    var id =
        jdbc.sql(
                """
                insert into opinion (talk_id, agenda_id, organization_id, invitation_id, speaker, party, text, named,
                                     status, origin, recorded_at)
                values (:talk, :agenda, :organization, :invitation, :speaker, :party, :text, :named,
                        'SUBMITTED', 'PHONE', :now)
                returning id
                """)
            .param("talk", guest.talk())
            .param("agenda", statement.agenda().orElse(null))
            .param("organization", guest.organization().orElse(null))
            .param("invitation", guest.invitation())
            .param("speaker", anonymous ? "" : guest.unit())
            .param("party", crowd.told(guest).name())
            .param("text", statement.text())
            .param("named", !anonymous)
            .param("now", Rows.sql(clock.instant()))
            .query(Long.class)
            .single();
    audit.changed(
        "state",
        "opinion",
        id,
        null,
        Map.of(
            "talk", guest.talk(),
            "invitation", guest.invitation(),
            "unit", guest.unit(),
            "person", guest.person(),
            "text", statement.text()));
  }
}
