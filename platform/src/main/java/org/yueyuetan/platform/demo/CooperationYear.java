package org.yueyuetan.platform.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.yueyuetan.platform.account.SignedIn;

/** How organizations find, choose and promise each other something, and keep it. */
final class CooperationYear {

  /** The talk at which they show themselves and sign. */
  static final YearMonth MONTH = YearMonth.of(2021, 11);

  private static final LocalDate DAY = MONTH.atDay(18);

  /** The rooms that this part is told through. */
  record Services(
      ProjectYear.Services projects,
      ShowcaseYear.Services showcase,
      MatchmakingYear.Services matchmaking,
      SelectionYear.Services selections,
      AgreementYear.Services agreements) {}

  private final Services on;
  private final Cast cast;
  private final Cooperation story = Cooperation.read();
  private final List<Long> needs = new ArrayList<>();

  CooperationYear(Services on, Cast cast) {
    this.on = on;
    this.cast = cast;
  }

  /** Those who have a part in it. */
  List<String> participants() {
    return story.participants();
  }

  /** Needs of the month's theme that have been stated so far. */
  List<Long> needs(YearMonth month) {
    return month.equals(MONTH) ? needs : List.of();
  }

  void schedule(SignedIn staff, Timetable timetable, ToLongFunction<YearMonth> talks) {
    participants().forEach(cast::employ);
    var projects = new ProjectYear(on.projects(), cast, timetable, talks, needs);
    projects.schedule(story.projects(), story.provisions(), staff);
    new ShowcaseYear(on.showcase(), cast, timetable, talks)
        .schedule(story.showcase(), participants(), DAY, staff);
    new MatchmakingYear(on.matchmaking(), timetable, talks).schedule(DAY, staff);
    new SelectionYear(on.selections(), cast, timetable, talks).schedule(story.rounds(), staff);
    new AgreementYear(on.agreements(), cast, timetable, projects)
        .schedule(story.agreements(), staff);
  }
}
