package org.yueyuetan.platform.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/** The agenda of a talk (议程): items in order, each with its minutes. */
@Component
public class Agenda {

  private final JdbcClient jdbc;
  private final TalkMoves moves;
  private final Audit audit;

  Agenda(JdbcClient jdbc, TalkMoves moves, Audit audit) {
    this.jdbc = jdbc;
    this.moves = moves;
    this.audit = audit;
  }

  public List<AgendaItem> of(long talk) {
    return jdbc.sql(
            """
            select id, position, title, speaker, minutes, question, conclusion, version
            from talk_agenda where talk_id = :talk order by position
            """)
        .param("talk", talk)
        .query(AgendaItem.class)
        .list();
  }

  /** What is put to the parties (议题), in order. */
  public List<AgendaItem> questions(long talk) {
    return of(talk).stream().filter(AgendaItem::question).toList();
  }

  Optional<AgendaItem> find(long talk, long item) {
    return of(talk).stream().filter(one -> one.id() == item).findFirst();
  }

  @Transactional
  public long add(long talk, AgendaDraft draft, SignedIn me) {
    moves.lockOpen(me, talk);
    var id =
        jdbc.sql(
                """
                insert into talk_agenda (talk_id, position, title, speaker, minutes, question)
                select :talk, coalesce(max(position), 0) + 1, :title, :speaker, :minutes, :question
                from talk_agenda where talk_id = :talk
                returning id
                """)
            .param("talk", talk)
            .param("title", draft.title())
            .param("speaker", draft.speaker())
            .param("minutes", draft.minutes())
            .param("question", draft.question())
            .query(Long.class)
            .single();
    audit.changed("addAgenda", "talk", talk, null, draft);
    return id;
  }

  @Transactional
  public void change(long talk, long item, int version, AgendaDraft draft, SignedIn me) {
    moves.lockOpen(me, talk);
    var before = required(talk, item);
    var changed =
        jdbc.sql(
                """
                update talk_agenda
                set title = :title, speaker = :speaker, minutes = :minutes, question = :question, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", item)
            .param("version", version)
            .param("title", draft.title())
            .param("speaker", draft.speaker())
            .param("minutes", draft.minutes())
            .param("question", draft.question())
            .update();
    if (changed == 0) {
      throw new EditedElsewhere("agenda item", item);
    }
    audit.changed("changeAgenda", "talk", talk, before, draft);
  }

  /** One place up or down; at the end of the list nothing happens. */
  @Transactional
  public void shift(long talk, long item, boolean up, SignedIn me) {
    moves.lockOpen(me, talk);
    var from = required(talk, item).position();
    var to = up ? from - 1 : from + 1;
    if (of(talk).stream().noneMatch(other -> other.position() == to)) {
      return;
    }
    jdbc.sql(
            """
            update talk_agenda set position = :from + :to - position
            where talk_id = :talk and position in (:from, :to)
            """)
        .param("talk", talk)
        .param("from", from)
        .param("to", to)
        .update();
  }

  @Transactional
  public void remove(long talk, long item, SignedIn me) {
    moves.lockOpen(me, talk);
    var gone = required(talk, item);
    jdbc.sql("delete from talk_agenda where id = :id").param("id", item).update();
    jdbc.sql(
            "update talk_agenda set position = position - 1 where talk_id = :talk and position > :position")
        .param("talk", talk)
        .param("position", gone.position())
        .update();
    audit.changed("removeAgenda", "talk", talk, gone, null);
  }

  /** Writes down what was agreed on a question. */
  @Transactional
  public void conclude(long talk, long item, int version, String conclusion, SignedIn me) {
    DayWork.CONCLUDE.require(moves.lockInCharge(me, talk));
    var before = required(talk, item);
    if (!before.question()) {
      throw new NotFound("question", item);
    }
    var changed =
        jdbc.sql(
                """
                update talk_agenda set conclusion = :conclusion, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", item)
            .param("version", version)
            .param("conclusion", conclusion)
            .update();
    if (changed == 0) {
      throw new EditedElsewhere("agenda item", item);
    }
    audit.changed(
        "concludeQuestion",
        "talk",
        talk,
        Map.of("question", before.title(), "conclusion", before.conclusion()),
        Map.of("question", before.title(), "conclusion", conclusion));
  }

  private AgendaItem required(long talk, long item) {
    return find(talk, item).orElseThrow(() -> new NotFound("agenda item", item));
  }
}
