package org.yueyuetan.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.DemoAccess;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.disposition.AnswerDraft;
import org.yueyuetan.platform.disposition.Author;
import org.yueyuetan.platform.disposition.Cited;
import org.yueyuetan.platform.disposition.Dispositions;
import org.yueyuetan.platform.disposition.Rating;
import org.yueyuetan.platform.disposition.Result;
import org.yueyuetan.platform.talk.Agenda;
import tools.jackson.databind.json.JsonMapper;

/** What became of the year's opinions, as written in {@code demo/dispositions-2021.yaml}. */
final class DispositionYear {

  /** The rooms that this part is told through. */
  record Services(
      Dispositions dispositions,
      Agenda agenda,
      Accounts accounts,
      DemoAccess access,
      JdbcClient jdbc) {}

  private record Story(
      List<List<String>> departments, List<Scene> dispositions, List<Agreed> conclusions) {}

  private record Scene(
      String opinion,
      String department,
      LocalDate assigned,
      LocalDate due,
      Optional<Returned> returned,
      Optional<Asked> asked,
      Optional<Answer> answer,
      Optional<Rated> rating,
      Optional<Answer> again,
      Optional<Rated> ratingAgain) {}

  private record Returned(
      LocalDate date, String reason, Optional<String> to, Optional<LocalDate> by) {}

  private record Asked(LocalDate date, LocalDate due, String reason, Optional<String> granted) {}

  private record Answer(
      LocalDate date,
      Result result,
      String text,
      Optional<String> reason,
      Optional<String> commitment,
      Optional<String> agreement,
      Optional<String> cited) {}

  private record Rated(LocalDate date, Rating rating, Optional<String> remark) {}

  private record Agreed(YearMonth talk, String question, String text) {}

  private final Services on;
  private final Timetable timetable;
  private final Story story = read();

  DispositionYear(Services on, Timetable timetable) {
    this.on = on;
    this.timetable = timetable;
  }

  /**
   * @param staff run all talks of the year
   * @param today where the year stops
   */
  void schedule(SignedIn staff, LocalDate today) {
    for (var department : story.departments()) {
      employ(department.get(0), department.get(1), department.get(2));
    }
    story.dispositions().forEach(scene -> schedule(scene, staff, today));
    for (var agreed : story.conclusions()) {
      timetable.at(
          agreed.talk().atDay(20).atTime(15, 0), () -> as(staff, () -> conclude(agreed, staff)));
    }
  }

  private void schedule(Scene scene, SignedIn staff, LocalDate today) {
    var dispositions = on.dispositions();
    timetable.at(
        scene.assigned().atTime(14, 0),
        () ->
            as(
                staff,
                () ->
                    dispositions.assign(
                        staff, List.of(id(scene.opinion())), scene.department(), scene.due())));
    scene
        .returned()
        .ifPresent(returned ->
            timetable.at(
                returned.date().atTime(10, 30),
                () -> {
                  as(
                      scene,
                      staff,
                      me ->
                          dispositions.giveBack(
                              me, id(scene.opinion()), version(scene), returned.reason()));
                  returned
                      .to()
                      .ifPresent(to ->
                          as(
                              staff,
                              () ->
                                  dispositions.reassign(
                                      staff,
                                      id(scene.opinion()),
                                      version(scene),
                                      to,
                                      returned.by().orElse(scene.due()),
                                      returned.reason())));
                }));
    scene
        .asked()
        .ifPresent(asked ->
            timetable.at(
                asked.date().atTime(11, 0),
                () -> {
                  as(
                      scene,
                      staff,
                      me ->
                          dispositions.ask(
                              me,
                              id(scene.opinion()),
                              version(scene),
                              asked.due(),
                              asked.reason()));
                  asked
                      .granted()
                      .ifPresent(granted ->
                          as(
                              staff,
                              () ->
                                  dispositions.extend(
                                      staff,
                                      id(scene.opinion()),
                                      version(scene),
                                      asked.due(),
                                      granted)));
                }));
    scene.answer().ifPresent(answer -> answer(scene, staff, answer));
    scene.rating().ifPresent(rated -> rate(scene, staff, rated));
    if (scene.rating().isEmpty()) {
      scene
          .answer()
          .map(answer -> answer.date().plusDays(Dispositions.DAYS_TO_RATE + 1L))
          .filter(today::isAfter)
          .ifPresent(day -> timetable.at(day.atTime(10, 0), () -> close(scene, staff)));
    }
    scene.again().ifPresent(answer -> answer(scene, staff, answer));
    scene.ratingAgain().ifPresent(rated -> rate(scene, staff, rated));
  }

  private void answer(Scene scene, SignedIn staff, Answer answer) {
    timetable.at(
        answer.date().atTime(16, 0),
        () ->
            as(
                scene,
                staff,
                me ->
                    on.dispositions()
                        .answer(
                            me,
                            id(scene.opinion()),
                            version(scene),
                            new AnswerDraft(
                                answer.result(),
                                answer.text(),
                                answer.reason().orElse(""),
                                cites(scene, answer),
                                answer.cited().orElse(""),
                                ""))));
  }

  /** Where nobody knows who said it, staff read the answer and close it. */
  private void rate(Scene scene, SignedIn staff, Rated rated) {
    timetable.at(
        rated.date().atTime(19, 0),
        () -> {
          var id = id(scene.opinion());
          var author =
              on.jdbc()
                  .sql(
                      "select invitation_id from opinion where id = :id and invitation_id is not null")
                  .param("id", id)
                  .query(Long.class)
                  .optional();
          SecurityContextHolder.clearContext();
          if (author.isPresent()) {
            on.dispositions()
                .rate(
                    new Author.Guest(author.get()),
                    id,
                    version(scene),
                    rated.rating(),
                    rated.remark().orElse(""));
          } else {
            close(scene, staff);
          }
        });
  }

  private void close(Scene scene, SignedIn staff) {
    as(staff, () -> on.dispositions().close(staff, id(scene.opinion()), version(scene)));
  }

  private void conclude(Agreed agreed, SignedIn staff) {
    var talk =
        on.jdbc()
            .sql("select id from talk where month = :month and status <> 'CANCELLED'")
            .param("month", Date.valueOf(agreed.talk().atDay(1)))
            .query(Long.class)
            .single();
    on.agenda().questions(talk).stream()
        .filter(item -> item.title().equals(agreed.question()))
        .forEach(
            item -> on.agenda().conclude(talk, item.id(), item.version(), agreed.text(), staff));
  }

  private void employ(String username, String name, String department) {
    var id =
        on.accounts()
            .create(new NewAccount(username, name, "", "", true), on.access().password(), true);
    on.accounts()
        .grant(
            id,
            new Rights(Set.of(Role.DEPARTMENT), Optional.empty(), Optional.empty(), department),
            null,
            0);
  }

  // --- finding ---

  private long id(String opinion) {
    return on.jdbc()
        .sql(
            "select id from opinion where text = :text and status = 'ACCEPTED' order by id limit 1")
        .param("text", opinion)
        .query(Long.class)
        .single();
  }

  private int version(Scene scene) {
    return on.jdbc()
        .sql("select version from disposition where opinion_id = :id")
        .param("id", id(scene.opinion()))
        .query(Integer.class)
        .single();
  }

  /**
   * The documents that were proposed when they were issued, and the promise or the agreement that
   * carries it out.
   */
  private List<Cited.Ref> cites(Scene scene, Answer answer) {
    return on.jdbc()
        .sql(
            """
            select kind, thing_id as id from disposition_citation where opinion_id = :id
            union
            (select 'commitment', c.id from commitment c where c.what = :what order by c.id limit 1)
            union
            select 'agreement', a.id from agreement a where a.title = :agreement
            """)
        .param("id", id(scene.opinion()))
        .param("what", answer.commitment().orElse(""))
        .param("agreement", answer.agreement().orElse(""))
        .query(Cited.Ref.class)
        .list();
  }

  // --- people ---

  private void as(Scene scene, SignedIn staff, Consumer<SignedIn> what) {
    var me = answering(scene, staff);
    as(me, () -> what.accept(me));
  }

  /** Whoever signs in for the department that has the opinion; its bureau when nobody else does. */
  private SignedIn answering(Scene scene, SignedIn staff) {
    return on.jdbc()
        .sql(
            """
            select a.id from account a
            join disposition d on d.department = a.department and a.region_code is null
            where d.opinion_id = :id order by a.id limit 1
            """)
        .param("id", id(scene.opinion()))
        .query(Long.class)
        .optional()
        .flatMap(on.accounts()::find)
        .map(on.accounts()::signedIn)
        .orElse(staff);
  }

  private static void as(SignedIn me, Runnable what) {
    Cast.signIn(me);
    what.run();
  }

  private static Story read() {
    try (var file = new ClassPathResource("demo/dispositions-2021.yaml").getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(file);
      return JsonMapper.shared().convertValue(tree, Story.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
