package org.yueyuetan.platform.web;

import static org.yueyuetan.platform.web.Board.State.AHEAD;
import static org.yueyuetan.platform.web.Board.State.DONE;
import static org.yueyuetan.platform.web.Board.State.LATE;
import static org.yueyuetan.platform.web.Board.State.NOW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.disposition.Register;
import org.yueyuetan.platform.fulfilment.Fulfilments;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.talk.Attendance;
import org.yueyuetan.platform.talk.Commitment;
import org.yueyuetan.platform.talk.CommitmentStatus;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.MonthState;
import org.yueyuetan.platform.theme.MonthStatus;
import org.yueyuetan.platform.theme.Theme;
import org.yueyuetan.platform.theme.Themes;
import org.yueyuetan.platform.web.Board.Line;
import org.yueyuetan.platform.web.Board.Moon;
import org.yueyuetan.platform.web.Board.Next;
import org.yueyuetan.platform.web.Board.State;
import org.yueyuetan.platform.web.Board.Step;

/** Puts a month's board together from what the rooms know. */
@Component
class Boards {

  /** A theme should be chosen within these days after approval has ended. */
  private static final int DAYS_TO_CHOOSE = 3;

  private static final int OVERDUE_SHOWN = 10;

  private final Needs needs;
  private final Themes themes;
  private final Talks talks;
  private final Commitments commitments;
  private final Register register;
  private final Fulfilments fulfilments;
  private final Clock clock;

  Boards(
      Needs needs,
      Themes themes,
      Talks talks,
      Commitments commitments,
      Register register,
      Fulfilments fulfilments,
      Clock clock) {
    this.needs = needs;
    this.themes = themes;
    this.talks = talks;
    this.commitments = commitments;
    this.register = register;
    this.fulfilments = fulfilments;
    this.clock = clock;
  }

  Board of(YearMonth month, Scope scope) {
    var talkOf =
        talks.ofYear(scope, month.getYear()).stream()
            .collect(Collectors.toMap(Talk::month, Function.identity(), (first, second) -> first));
    var states = themes.year(month.getYear());
    var state = states.get(month.getMonthValue() - 1);
    var talk = Optional.ofNullable(talkOf.get(month));
    return new Board(
        month,
        title(state, talk),
        states.stream()
            .map(each -> moon(each, Optional.ofNullable(talkOf.get(each.month()))))
            .toList(),
        List.of(
            collect(state, scope),
            choose(state),
            seen(convene(state, talk), talk, scope),
            seen(hold(talk), talk, scope),
            seen(
                talk.map(held -> followUp(held, scope))
                    .orElse(new Step("follow", AHEAD, "", List.of(), Optional.empty())),
                talk,
                scope)),
        commitments.overdue(scope, OVERDUE_SHOWN),
        register.overdue(scope, OVERDUE_SHOWN),
        fulfilments.overdue(scope, OVERDUE_SHOWN));
  }

  /**
   * Staff of a county look on while the city runs its talk: they read it and have nothing to do.
   */
  private static Step seen(Step step, Optional<Talk> talk, Scope scope) {
    return talk.filter(one -> !isInCharge(one, scope))
        .map(one ->
            new Step(
                step.key(), step.state(), "/talks/" + one.id(), step.facts(), Optional.empty()))
        .orElse(step);
  }

  private static boolean isInCharge(Talk talk, Scope scope) {
    return scope instanceof Scope.Region(var prefix) && talk.regionCode().startsWith(prefix);
  }

  /** Steps done in a month, as the public sees it. */
  int filled(YearMonth month) {
    return moon(themes.state(month), talks.ofMonth(month).filter(Boards::isConvened)).filled();
  }

  private static Moon moon(MonthState state, Optional<Talk> talk) {
    var done =
        Stream.of(
                isCollected(state),
                isChosen(state),
                talk.filter(Boards::isConvened).isPresent(),
                talk.filter(t -> t.status().tookPlace()).isPresent(),
                talk.filter(t -> t.status() == TalkStatus.CLOSED).isPresent())
            .filter(Boolean::booleanValue)
            .count();
    return new Moon(state.month(), (int) done, title(state, talk));
  }

  private static String title(MonthState state, Optional<Talk> talk) {
    return state.chosen().map(Theme::title).or(() -> talk.map(Talk::title)).orElse("");
  }

  private static boolean isCollected(MonthState state) {
    return state.status() != MonthStatus.GATHERING;
  }

  private static boolean isChosen(MonthState state) {
    return state.status() == MonthStatus.CHOSEN;
  }

  private static boolean isConvened(Talk talk) {
    return talk.convenedAt().isPresent();
  }

  // --- 汇需求 ---

  private Step collect(MonthState state, Scope scope) {
    if (isCollected(state)) {
      return new Step(
          "collect",
          DONE,
          "/needs",
          List.of(Line.of("collect.done", state.needs(), state.candidates())),
          Optional.empty());
    }
    var counts = needs.counts(scope, Filter.ALL);
    var waiting = counts.getOrDefault(NeedStatus.SUBMITTED, 0);
    var ready = counts.getOrDefault(NeedStatus.ACCEPTED, 0);
    var next =
        waiting > 0
            ? new Next("collect.accept", "/needs?status=SUBMITTED")
            : new Next("collect.new", "/needs/new");
    return new Step(
        "collect",
        state.month().isAfter(thisMonth().plusMonths(1)) ? AHEAD : NOW,
        "/needs",
        List.of(Line.of("collect.waiting", waiting), Line.of("collect.ready", ready)),
        waiting > 0 || ready == 0 ? Optional.of(next) : Optional.empty());
  }

  // --- 定主题 ---

  private Step choose(MonthState state) {
    var address = "/themes/" + state.month();
    return switch (state.status()) {
      case GATHERING ->
          new Step(
              "theme",
              state.month().isBefore(thisMonth()) && state.candidates() > 0
                  ? LATE
                  : gatheringState(state),
              address,
              List.of(
                  state.candidates() == 0
                      ? Line.of("theme.none")
                      : Line.of("theme.gathering", state.candidates(), state.needs())),
              Optional.of(
                  new Next(state.candidates() == 0 ? "theme.gather" : "theme.arrange", address)));
      case APPROVAL ->
          new Step(
              "theme",
              NOW,
              address,
              List.of(
                  Line.of("theme.approval", state.candidates(), state.voters()),
                  Line.of("theme.until", state.closesOn().orElse(today()))),
              Optional.of(new Next("theme.watch", address)));
      case CLOSED ->
          new Step(
              "theme",
              state
                      .closesOn()
                      .filter(day -> day.plusDays(DAYS_TO_CHOOSE).isBefore(today()))
                      .isPresent()
                  ? LATE
                  : NOW,
              address,
              List.of(Line.of("theme.closed", state.voters())),
              Optional.of(new Next("theme.choose", address)));
      case CHOSEN ->
          new Step(
              "theme",
              DONE,
              address,
              List.of(Line.of("theme.chosen", title(state, Optional.empty()))),
              Optional.empty());
    };
  }

  private State gatheringState(MonthState state) {
    return state.candidates() > 0 || !state.month().isAfter(thisMonth()) ? NOW : AHEAD;
  }

  // --- 发邀请 ---

  private Step convene(MonthState state, Optional<Talk> planned) {
    if (planned.isEmpty()) {
      var due = isChosen(state);
      return new Step(
          "convene",
          !due ? AHEAD : state.month().isBefore(thisMonth()) ? LATE : NOW,
          "",
          List.of(Line.of("convene.none")),
          due
              ? Optional.of(new Next("convene.plan", "/talks/new?month=" + state.month()))
              : Optional.empty());
    }
    var talk = planned.get();
    var address = "/talks/" + talk.id();
    var attendance = talks.attendance(talk.id());
    if (!isConvened(talk)) {
      return new Step(
          "convene",
          talk.startsAt().isBefore(clock.instant()) ? LATE : NOW,
          address,
          List.of(Line.of("convene.listed", attendance.listed())),
          Optional.of(new Next("convene.send", address)));
    }
    return new Step("convene", DONE, address, answers(talk, attendance), Optional.empty());
  }

  private List<Line> answers(Talk talk, Attendance attendance) {
    var lines = new ArrayList<Line>();
    lines.add(Line.of("convene.invited", attendance.invited(), attendance.accepted()));
    if (talk.status() == TalkStatus.CONVENING && attendance.open() > 0) {
      var over = talk.answerBy().filter(by -> by.isBefore(clock.instant())).isPresent();
      lines.add(Line.of(over ? "convene.overdue" : "convene.open", attendance.open()));
    }
    return lines;
  }

  // --- 开月谈 ---

  private Step hold(Optional<Talk> planned) {
    if (planned.isEmpty()) {
      return new Step("talk", AHEAD, "", List.of(), Optional.empty());
    }
    var talk = planned.get();
    var address = "/talks/" + talk.id();
    var when = Line.of("talk.when", talk.startsAt(), talk.place());
    if (talk.status().tookPlace()) {
      var attendance = talks.attendance(talk.id());
      return new Step(
          "talk",
          DONE,
          address,
          List.of(when, Line.of("talk.came", attendance.checkedIn())),
          Optional.empty());
    }
    if (talk.endsAt().isBefore(clock.instant())) {
      return new Step(
          "talk",
          LATE,
          address,
          List.of(when),
          Optional.of(new Next("talk.finish", address + "/day")));
    }
    if (!isConvened(talk)) {
      return new Step("talk", AHEAD, address, List.of(when), Optional.empty());
    }
    var isToday = LocalDate.ofInstant(talk.startsAt(), clock.getZone()).equals(today());
    return new Step(
        "talk",
        NOW,
        address,
        List.of(when),
        Optional.of(
            isToday ? new Next("talk.day", address + "/day") : new Next("talk.prepare", address)));
  }

  // --- 抓跟进 ---

  private Step followUp(Talk talk, Scope scope) {
    var address = "/talks/" + talk.id() + "/follow-up";
    if (!talk.status().tookPlace()) {
      return new Step("follow", AHEAD, "", List.of(), Optional.empty());
    }
    var promises = commitments.ofTalk(scope, talk.id());
    var facts = new ArrayList<Line>();
    facts.add(Line.of("follow.promises", promises.size(), count(promises, CommitmentStatus.KEPT)));
    var late = promises.stream().filter(promise -> promise.isLate(today())).count();
    if (late > 0) {
      facts.add(Line.of("follow.late", late));
    }
    var opinions = register.progress(talk.id());
    if (opinions.opinions() > 0) {
      facts.add(Line.of("follow.opinions", opinions.opinions(), opinions.answered()));
    }
    if (opinions.unassigned() > 0) {
      facts.add(Line.of("follow.unassigned", opinions.unassigned()));
    }
    if (opinions.overdue() > 0) {
      facts.add(Line.of("follow.unanswered", opinions.overdue()));
    }
    return switch (talk.status()) {
      case CLOSED -> new Step("follow", DONE, address, List.copyOf(facts), Optional.empty());
      case HELD ->
          new Step(
              "follow",
              NOW,
              address,
              List.copyOf(facts),
              Optional.of(new Next("follow.begin", address)));
      default ->
          new Step(
              "follow",
              late + opinions.overdue() > 0 ? LATE : NOW,
              address,
              List.copyOf(facts),
              Optional.of(
                  opinions.unassigned() > 0
                      ? new Next("follow.assign", "/opinions?stand=WAITING&talk=" + talk.id())
                      : new Next("follow.go", address)));
    };
  }

  private static long count(List<Commitment> promises, CommitmentStatus status) {
    return promises.stream().filter(promise -> promise.status() == status).count();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private YearMonth thisMonth() {
    return YearMonth.now(clock);
  }
}
