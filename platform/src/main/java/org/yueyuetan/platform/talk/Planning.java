package org.yueyuetan.platform.talk;

import java.security.SecureRandom;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.theme.Theme;
import org.yueyuetan.platform.theme.Themes;

/** Plans talks: writes them down, changes them, calls them off. */
@Component
public class Planning {

  private static final int SECRET_BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TalkMoves moves;
  private final Seats seats;
  private final Calls calls;
  private final Themes themes;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  Planning(
      JdbcClient jdbc,
      Clock clock,
      TalkMoves moves,
      Seats seats,
      Calls calls,
      Themes themes,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.moves = moves;
    this.seats = seats;
    this.calls = calls;
    this.themes = themes;
    this.audit = audit;
    this.events = events;
  }

  public int nextNumber(int year) {
    return jdbc.sql(
            "select coalesce(max(number), 0) + 1 from talk where year = :year and status <> 'CANCELLED'")
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /** Writes down a new talk for the person's region. */
  @Transactional
  public long plan(TalkDraft draft, SignedIn me) {
    checkTheme(draft);
    var number = draft.number().orElseGet(() -> nextNumber(draft.month().getYear()));
    var id =
        jdbc.sql(
                """
                insert into talk (month, year, number, title, question, theme_id, region_code, status, starts_at,
                  ends_at, place, address, capacity, host, secret, sample, created_at)
                values (:month, :year, :number, :title, :question, :theme, :region, 'PLANNED', :startsAt, :endsAt,
                  :place, :address, :capacity, :host, :secret, :sample, :now)
                on conflict (year, number) where status <> 'CANCELLED' do nothing
                returning id
                """)
            .params(columns(draft))
            .param("number", number)
            .param("theme", draft.theme().orElse(null))
            .param("region", region(me.scope()))
            .param("secret", secret())
            .param("sample", draft.sample())
            .param("now", Rows.sql(clock.instant()))
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NumberTaken(draft.month().getYear(), number));
    writeForms(id, draft.forms());
    audit.changed("create", "talk", id, null, moves.lock(id));
    events.publishEvent(new TalkPlanned(id, draft.title(), draft.theme()));
    return id;
  }

  /**
   * Changes a talk that has not been held. When it moves in time or place, everybody called to it
   * is told.
   *
   * @param version that the person was looking at
   */
  @Transactional
  public void change(long talk, TalkDraft draft, int version, SignedIn me) {
    var before = moves.lockInCharge(me, talk);
    if (!before.status().isAhead()) {
      throw new NotFound("talk ahead", talk);
    }
    if (before.version() != version) {
      throw new EditedElsewhere("talk", talk);
    }
    if (!draft.theme().equals(before.theme())) {
      checkTheme(draft);
    }
    var number = draft.number().orElse(before.number());
    try {
      jdbc.sql(
              """
              update talk set month = :month, year = :year, number = :number, title = :title, question = :question,
                theme_id = :theme, starts_at = :startsAt, ends_at = :endsAt, place = :place, address = :address,
                capacity = :capacity, host = :host, version = version + 1
              where id = :id
              """)
          .params(columns(draft))
          .param("number", number)
          .param("theme", draft.theme().orElse(null))
          .param("id", talk)
          .update();
    } catch (DuplicateKeyException taken) {
      throw new NumberTaken(draft.month().getYear(), number);
    }
    writeForms(talk, draft.forms());
    var after = moves.lock(talk);
    audit.changed("change", "talk", talk, before, after);
    seats.fill(after);
    if (!before.startsAt().equals(after.startsAt())) {
      events.publishEvent(
          new TalkMoved(talk, Duration.between(before.startsAt(), after.startsAt())));
    }
    if (!before.startsAt().equals(after.startsAt())
        || !before.endsAt().equals(after.endsAt())
        || !before.place().equals(after.place())
        || !before.address().equals(after.address())) {
      calls.moved(after);
    }
  }

  /** Calls a talk off; everybody called to it is told why. */
  @Transactional
  public void cancel(long talk, String reason, SignedIn me) {
    var before = moves.lockInCharge(me, talk);
    moves.move(before, TalkMove.CANCEL, reason, me.name());
    audit.changed(
        "cancel",
        "talk",
        talk,
        Map.of("status", before.status()),
        Map.of("status", TalkStatus.CANCELLED, "reason", reason));
    calls.cancelled(before, reason);
    events.publishEvent(new TalkCancelled(talk, before.title()));
  }

  /** The theme of a talk is the one chosen for its month. */
  private void checkTheme(TalkDraft draft) {
    draft
        .theme()
        .filter(
            theme -> themes.chosen(draft.month()).map(Theme::id).filter(theme::equals).isEmpty())
        .ifPresent(theme -> {
          throw new NotFound("chosen theme", theme);
        });
  }

  private void writeForms(long talk, Set<TalkForm> forms) {
    jdbc.sql("delete from talk_form where talk_id = :talk").param("talk", talk).update();
    jdbc.sql(
            "insert into talk_form (talk_id, form) select :talk, form from unnest(string_to_array(:forms, ',')) as form")
        .param("talk", talk)
        .param("forms", String.join(",", forms.stream().map(TalkForm::name).toList()))
        .update();
  }

  private static Map<String, Object> columns(TalkDraft draft) {
    return Map.ofEntries(
        Map.entry("month", Date.valueOf(draft.month().atDay(1))),
        Map.entry("year", draft.month().getYear()),
        Map.entry("title", draft.title()),
        Map.entry("question", draft.question()),
        Map.entry("startsAt", Rows.sql(draft.startsAt())),
        Map.entry("endsAt", Rows.sql(draft.endsAt())),
        Map.entry("place", draft.place()),
        Map.entry("address", draft.address()),
        Map.entry("capacity", draft.capacity()),
        Map.entry("host", draft.host()));
  }

  /** Staff plan for the division they serve: its prefix, filled up to the full code. */
  private static String region(Scope scope) {
    if (scope instanceof Scope.Region(var prefix)) {
      return (prefix + "000000000000").substring(0, 12);
    }
    throw new NotFound("region of", scope);
  }

  private String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
