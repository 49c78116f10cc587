package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.disposition.Register;
import org.yueyuetan.platform.opinion.Opinions;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.Commitment;
import org.yueyuetan.platform.talk.CommitmentStatus;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.Themes;

/** Puts the brief of a talk together from what is on record about it. */
@Component
class Briefs {

  /** More are not read in a brief. */
  private static final int MOST_OPINIONS = 20;

  private final JdbcClient jdbc;
  private final Talks talks;
  private final Agenda agenda;
  private final Commitments commitments;
  private final Opinions opinions;
  private final Register register;
  private final Themes themes;
  private final Settings settings;
  private final Clock clock;

  Briefs(
      JdbcClient jdbc,
      Talks talks,
      Agenda agenda,
      Commitments commitments,
      Opinions opinions,
      Register register,
      Themes themes,
      Settings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.talks = talks;
    this.agenda = agenda;
    this.commitments = commitments;
    this.opinions = opinions;
    this.register = register;
    this.themes = themes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Empty until the talk has been held. What was said there is public once the follow-up begins,
   * the conclusion once the talk is closed; staff read all of it before.
   */
  Optional<Brief> of(Scope scope, long id) {
    return talks
        .find(scope, id)
        .filter(talk -> talk.status().tookPlace())
        .map(talk -> write(scope, talk));
  }

  private Brief write(Scope scope, Talk talk) {
    var staff = isStaff(scope, talk);
    var whole = staff || talk.status() != TalkStatus.HELD;
    var needs = talk.theme().map(this::needs).orElse(List.of());
    return new Brief(
        settings.get(Setting.BUREAU_NAME),
        talk,
        talk.startsAt().atZone(clock.getZone()).toLocalDate(),
        talk.theme().flatMap(themes::find),
        needs,
        talk.theme().map(theme -> themes.needsOf(theme).size() - needs.size()).orElse(0),
        presence(talk.id()),
        units(talk.id()),
        agenda.of(talk.id()),
        whole ? voices(talk.id()) : List.of(),
        whole ? opinions.count(talk.id()) : 0,
        whole ? register.progress(talk.id()).answered() : 0,
        staff || talk.status() == TalkStatus.CLOSED ? talk.conclusion() : "",
        promises(staff ? commitments.ofTalk(scope, talk.id()) : commitments.published(talk.id())),
        answered(talk.id()));
  }

  private static boolean isStaff(Scope scope, Talk talk) {
    return scope instanceof Scope.Region(var prefix) && talk.regionCode().startsWith(prefix);
  }

  private List<Brief.Need> needs(long theme) {
    return jdbc.sql(
            """
            select n.id, n.title, o.name as unit, '' as answer
            from theme_need t join need n on n.id = t.need_id join organization o on o.id = n.organization_id
            where t.theme_id = :theme and need_visible(n, '', -1, false, true, 0)
            order by n.id
            """)
        .param("theme", theme)
        .query(Brief.Need.class)
        .list();
  }

  private List<Brief.Need> answered(long talk) {
    return jdbc.sql(
            """
            select n.id, n.title, o.name as unit, n.answer
            from link l join need n on n.id = l.to_id join organization o on o.id = n.organization_id
            where l.from_kind = 'talk' and l.from_id = :talk and l.relation = 'answered' and l.to_kind = 'need'
              and n.status = 'ANSWERED' and need_visible(n, '', -1, false, true, 0)
            order by n.id
            """)
        .param("talk", talk)
        .query(Brief.Need.class)
        .list();
  }

  private List<Brief.Presence> presence(long talk) {
    return jdbc
        .sql(
            """
            select party, count(*) filter (where status <> 'LISTED') as invited, count(checked_in_at) as present
            from invitation where talk_id = :talk
            group by party
            """)
        .param("talk", talk)
        .query((row, n) ->
            new Brief.Presence(
                Party.valueOf(row.getString("party")),
                row.getInt("invited"),
                row.getInt("present")))
        .list()
        .stream()
        .filter(presence -> presence.invited() + presence.present() > 0)
        .sorted(Comparator.comparing(Brief.Presence::party))
        .toList();
  }

  private List<String> units(long talk) {
    return jdbc.sql(
            """
            select unit from invitation where talk_id = :talk and checked_in_at is not null group by unit order by min(id)
            """)
        .param("talk", talk)
        .query(String.class)
        .list();
  }

  private List<Brief.Voice> voices(long talk) {
    return opinions.foremost(talk, MOST_OPINIONS).stream()
        .map(opinion ->
            new Brief.Voice(
                opinion.id(), opinion.unit().orElse(""), opinion.party(), opinion.text()))
        .toList();
  }

  private List<Brief.Promise> promises(List<Commitment> made) {
    var today = LocalDate.now(clock);
    return made.stream()
        .filter(commitment -> commitment.status() != CommitmentStatus.CANCELLED)
        .map(commitment ->
            new Brief.Promise(
                commitment.id(),
                commitment.who(),
                commitment.what(),
                commitment.due(),
                commitment.status(),
                commitment.isLate(today)))
        .toList();
  }
}
