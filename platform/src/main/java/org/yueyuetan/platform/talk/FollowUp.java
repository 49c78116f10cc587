package org.yueyuetan.platform.talk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.need.NeedEvent;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;

/**
 * Brings a talk to its end: minutes, "it was held", conclusion, an answer to everyone whose need it
 * was about, and the closing.
 */
@Component
public class FollowUp {

  /**
   * A need of the talk's theme and the answer prepared for it.
   *
   * @param answer empty as long as none was written
   */
  public record NeedToAnswer(
      long need, String title, String organization, NeedStatus status, String answer) {

    /** Withdrawn and declined needs wait for no answer, nor do those that were answered by hand. */
    public boolean isWaiting() {
      return status != NeedStatus.ANSWERED && NeedStatus.LIFE.allows(status, NeedEvent.ANSWER);
    }

    public boolean isAnswered() {
      return !answer.isBlank();
    }
  }

  /** Why a talk cannot be closed yet; {@code talkday.obstacle.<name>}. */
  public enum Obstacle {
    NO_CONCLUSION,
    NEEDS_UNANSWERED
  }

  private final JdbcClient jdbc;
  private final TalkMoves moves;
  private final Guests guests;
  private final Needs needs;
  private final List<Unfinished> others;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  FollowUp(
      JdbcClient jdbc,
      TalkMoves moves,
      Guests guests,
      Needs needs,
      List<Unfinished> others,
      ApplicationEventPublisher events,
      Audit audit) {
    this.jdbc = jdbc;
    this.moves = moves;
    this.guests = guests;
    this.needs = needs;
    this.others = List.copyOf(others);
    this.events = events;
    this.audit = audit;
  }

  // --- reading ---

  /** Needs of the talk's theme, oldest first. */
  public List<NeedToAnswer> needsOf(Talk talk) {
    return jdbc.sql(
            """
            select n.id, n.title, n.status, o.name as organization, coalesce(a.text, '') as answer
            from theme_need tn
            join need n on n.id = tn.need_id
            join organization o on o.id = n.organization_id
            left join talk_answer a on a.talk_id = :talk and a.need_id = n.id
            where tn.theme_id = :theme
            order by n.id
            """)
        .param("talk", talk.id())
        .param("theme", talk.theme().orElse(0L))
        .query((row, n) ->
            new NeedToAnswer(
                row.getLong("id"),
                row.getString("title"),
                row.getString("organization"),
                NeedStatus.valueOf(row.getString("status")),
                row.getString("answer")))
        .list();
  }

  public List<Obstacle> obstacles(Talk talk) {
    var noConclusion = talk.conclusion().isBlank();
    var unanswered =
        needsOf(talk).stream().anyMatch(need -> need.isWaiting() && !need.isAnswered());
    return Stream.of(Obstacle.values())
        .filter(obstacle -> obstacle == Obstacle.NO_CONCLUSION ? noConclusion : unanswered)
        .toList();
  }

  /** What other rooms still have to do before the talk may be closed. */
  public List<TalkPart.Line> unfinished(Talk talk) {
    return others.stream().flatMap(other -> other.of(talk).stream()).toList();
  }

  // --- changing ---

  @Transactional
  public void writeMinutes(SignedIn me, long id, int version, String minutes) {
    var talk = moves.lockInCharge(me, id);
    DayWork.RECORD.require(talk);
    var written =
        jdbc.sql(
                """
                update talk set minutes = :minutes, version = version + 1 where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("minutes", minutes)
            .update();
    written(written, id);
    audit.changed(
        "minutes", "talk", id, Map.of("minutes", talk.minutes()), Map.of("minutes", minutes));
  }

  /**
   * The talk took place.
   *
   * @param reason why it was held although a party was short; empty when the quorum was there
   */
  @Transactional
  public void hold(SignedIn me, long id, String reason) {
    var talk = moves.lockInCharge(me, id);
    var presence = guests.presence(id);
    if (!presence.hasQuorum() && reason.isBlank()) {
      throw new IllegalArgumentException("the quorum was missed: a reason is required");
    }
    move(me, talk, TalkMove.HOLD, reason);
    events.publishEvent(new TalkHeld(id, presence.present()));
  }

  @Transactional
  public void begin(SignedIn me, long id) {
    move(me, moves.lockInCharge(me, id), TalkMove.FOLLOW_UP, "");
  }

  /**
   * Saves what is to be told, without telling it yet.
   *
   * @param answers by need; a blank one takes the prepared answer back. Needs outside the theme are
   *     passed over
   */
  @Transactional
  public void conclude(
      SignedIn me, long id, int version, String conclusion, Map<Long, String> answers) {
    var talk = moves.lockInCharge(me, id);
    DayWork.CONCLUDE.require(talk);
    var written =
        jdbc.sql(
                """
                update talk set conclusion = :conclusion, version = version + 1 where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("conclusion", conclusion)
            .update();
    written(written, id);
    var before = new LinkedHashMap<String, Object>(Map.of("conclusion", talk.conclusion()));
    var after = new LinkedHashMap<String, Object>(Map.of("conclusion", conclusion));
    for (var need : needsOf(talk)) {
      var answer = answers.getOrDefault(need.need(), need.answer());
      if (!answer.equals(need.answer())) {
        prepare(id, need.need(), answer);
        before.put("need " + need.need(), need.answer());
        after.put("need " + need.need(), answer);
      }
    }
    audit.changed("conclude", "talk", id, before, after);
  }

  /** Answers every need of the theme and ends the talk. Promises still open stay open. */
  @Transactional
  public void close(SignedIn me, long id) {
    var talk = moves.lockInCharge(me, id);
    TalkStatus.LIFE.next(talk.status(), TalkMove.CLOSE);
    var obstacles = obstacles(talk);
    var unfinished = unfinished(talk);
    if (!obstacles.isEmpty() || !unfinished.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot close talk " + id + " yet: " + obstacles + unfinished);
    }
    move(me, talk, TalkMove.CLOSE, "");
    var waiting = needsOf(talk).stream().filter(NeedToAnswer::isWaiting).toList();
    waiting.forEach(need -> needs.answer(need.need(), need.answer()));
    events.publishEvent(
        new TalkClosed(
            id, talk.title(), talk.theme(), waiting.stream().map(NeedToAnswer::need).toList()));
  }

  private void prepare(long talk, long need, String answer) {
    if (answer.isBlank()) {
      jdbc.sql("delete from talk_answer where talk_id = :talk and need_id = :need")
          .param("talk", talk)
          .param("need", need)
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into talk_answer (talk_id, need_id, text) values (:talk, :need, :text)
            on conflict (talk_id, need_id) do update set text = excluded.text
            """)
        .param("talk", talk)
        .param("need", need)
        .param("text", answer)
        .update();
  }

  private void move(SignedIn me, Talk talk, TalkMove move, String reason) {
    var next = moves.move(talk, move, reason, me.name());
    audit.changed(
        move.name().toLowerCase(Locale.ROOT),
        "talk",
        talk.id(),
        Map.of("status", talk.status()),
        Map.of("status", next, "reason", reason));
  }

  private static void written(int rows, long id) {
    if (rows == 0) {
      throw new EditedElsewhere("talk", id);
    }
  }
}
