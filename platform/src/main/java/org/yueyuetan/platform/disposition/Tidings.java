package org.yueyuetan.platform.disposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.talk.RoomPass;

/** Tells departments, staff and authors what happened to an opinion, each of it once. */
@Component
class Tidings {

  /** As much of an opinion as fits the subject of a mail. */
  private static final int SHORT = 40;

  /** So many of a digest are told in it. */
  private static final int PRESSING = 5;

  private record Contact(Optional<Long> organization, Optional<Long> invitation, String email) {}

  private final JdbcClient jdbc;
  private final Departments departments;
  private final Accounts accounts;
  private final Notices notices;
  private final RoomPass pass;

  Tidings(
      JdbcClient jdbc, Departments departments, Accounts accounts, Notices notices, RoomPass pass) {
    this.jdbc = jdbc;
    this.departments = departments;
    this.accounts = accounts;
    this.notices = notices;
    this.pass = pass;
  }

  /** One message, however many opinions there are; whoever gives them to themselves knows. */
  void assigned(List<Matter> given, Department department, LocalDate due) {
    var people = new LinkedHashSet<Long>();
    given.forEach(matter -> people.addAll(departments.people(matter, department)));
    SignedIn.current().map(SignedIn::id).ifPresent(people::remove);
    var first = given.getFirst();
    notices.toAccounts(
        people,
        given.size() == 1
            ? message("assigned", first, department.name(), due.toString())
            : new Message(
                "disposition.notice.assignedMany",
                List.of(String.valueOf(given.size()), department.name(), due.toString()),
                "/today"));
  }

  void toDepartment(String what, Matter matter, Department department, String... more) {
    notices.toAccounts(departments.people(matter, department), message(what, matter, more));
  }

  void toStaff(String what, Matter matter, String... more) {
    notices.toAccounts(departments.staff(matter), message(what, matter, more));
  }

  /**
   * That answers are late or due soon: one message, however many there are, with the most pressing
   * ones.
   *
   * @param matters the most pressing first
   */
  void remind(long reader, List<Matter> matters, LocalDate today) {
    var late = (int) matters.stream().filter(matter -> matter.isLate(today)).count();
    var what = late == 0 ? "approaching" : "overdue";
    var first = matters.getFirst();
    notices.toAccount(
        reader,
        matters.size() == 1
            ? message(what, first, given(first).department(), given(first).due().toString())
            : new Message(
                "disposition.notice."
                    + (late == 0 || late == matters.size() ? what : "both")
                    + "Many",
                List.of(
                    String.valueOf(late == 0 ? matters.size() : late),
                    String.valueOf(matters.size() - late),
                    pressing(matters)),
                Filter.of(late == 0 ? Filter.Stand.OPEN : Filter.Stand.OVERDUE)
                    .ofDepartment(onlyDepartment(matters))));
  }

  /** A line each: until when, who has to answer, what was said. */
  private static String pressing(List<Matter> matters) {
    return matters.stream()
        .limit(PRESSING)
        .map(matter ->
            "· %s　%s　%s"
                .formatted(
                    given(matter).due(), given(matter).department(), shortened(matter.text())))
        .collect(Collectors.joining("\n"));
  }

  /** Empty when there are several. */
  private static String onlyDepartment(List<Matter> matters) {
    var names = matters.stream().map(matter -> given(matter).department()).distinct().toList();
    return names.size() == 1 ? names.getFirst() : "";
  }

  private static Disposition given(Matter matter) {
    return matter.disposition().orElseThrow();
  }

  /** {@code reason}: why it was declined; empty when it had been written down by mistake. */
  void removed(long opinion, Department department, String reason) {
    var number = String.valueOf(opinion);
    notices.toAccounts(
        departments.people(department),
        reason.isEmpty()
            ? new Message("disposition.notice.removed", List.of(number), "/opinions")
            : new Message("disposition.notice.declined", List.of(number, reason), "/opinions"));
  }

  /**
   * Representatives of the organization hear it in the platform, the guest by the link to the room
   * where the answer is rated. Who is both hears it once. So do those whose opinions were merged
   * into the one that is answered.
   */
  void answered(Matter matter, String department, AnswerDraft draft) {
    var what = "answered." + draft.result();
    var authors = authors(matter.id());
    var people =
        accounts.representativesOf(
            authors.stream().flatMap(one -> one.organization().stream()).distinct().toList());
    notices.toAccounts(
        people.stream().map(Account::id).distinct().toList(),
        message(what, matter, department, draft.text()));
    var reached =
        people.stream()
            .map(one -> one.email().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    for (var author : authors) {
      if (author.invitation().isPresent() && reached.add(author.email().toLowerCase(Locale.ROOT))) {
        notices.toAddress(
            author.email(),
            Locale.SIMPLIFIED_CHINESE,
            new Message(
                "disposition.notice." + what,
                arguments(matter, department, draft.text()),
                "/room/" + pass.of(author.invitation().get()) + "/answers"),
            Optional.empty());
      }
    }
  }

  /** Who said it, and who said what was merged into it. */
  private List<Contact> authors(long opinion) {
    return jdbc.sql(
            """
            select distinct o.organization_id, o.invitation_id, coalesce(i.email, '') as email
            from opinion o left join invitation i on i.id = o.invitation_id
            where o.id = :opinion or o.merged_into = :opinion
            order by o.organization_id, o.invitation_id
            """)
        .param("opinion", opinion)
        .query((row, n) ->
            new Contact(
                Rows.maybeId(row, "organization_id"),
                Rows.maybeId(row, "invitation_id"),
                row.getString("email")))
        .list();
  }

  private static Message message(String what, Matter matter, String... more) {
    return new Message(
        "disposition.notice." + what, arguments(matter, more), "/opinions/" + matter.id());
  }

  private static List<String> arguments(Matter matter, String... more) {
    var arguments = new ArrayList<String>();
    arguments.add(shortened(matter.text()));
    arguments.add(matter.talkTitle());
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHORT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHORT)) + "…";
  }
}
