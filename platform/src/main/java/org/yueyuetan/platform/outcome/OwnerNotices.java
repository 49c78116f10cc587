package org.yueyuetan.platform.outcome;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.need.NeedAnswered;
import org.yueyuetan.platform.need.NeedDeclined;
import org.yueyuetan.platform.need.NeedReleased;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.theme.ThemeChosen;

/**
 * Tells the owners of needs what became of them. Owners are all who speak for the organization that
 * stated the need, and for those that said they need it too.
 */
@Component
class OwnerNotices {

  private record Owned(long need, String title, Set<Long> organizations) {
    boolean concerns(Account person) {
      return person.organizationId().filter(organizations::contains).isPresent();
    }
  }

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Notices notices;

  OwnerNotices(JdbcClient jdbc, Accounts accounts, Notices notices) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.notices = notices;
  }

  @EventListener
  void on(ThemeChosen event) {
    var year = String.valueOf(event.month().getYear());
    var month = String.valueOf(event.month().getMonthValue());
    tell(event.needs(), need -> message("takenUp", need, event.title(), year, month));
    passedOver(event, year, month);
  }

  @EventListener
  void on(NeedDeclined event) {
    tell(List.of(event.need()), need -> message("declined", need, event.reason()));
  }

  @EventListener
  void on(NeedAnswered event) {
    tell(List.of(event.need()), need -> message("answered", need, event.answer()));
  }

  @EventListener
  void on(NeedReleased event) {
    tell(List.of(event.need()), need -> message("released", need, event.reason()));
  }

  /** Nothing is asked of them: whoever has several needs that wait hears of them in one message. */
  private void passedOver(ThemeChosen event, String year, String month) {
    var waiting = new LinkedHashMap<Long, List<Owned>>();
    var owned = owned(event.uncovered());
    for (var person : representatives(owned)) {
      owned.stream()
          .filter(need -> need.concerns(person))
          .forEach(need -> waiting.computeIfAbsent(person.id(), id -> new ArrayList<>()).add(need));
    }
    waiting.forEach((person, needs) ->
        notices.toAccount(
            person,
            needs.size() == 1
                ? message("passedOver", needs.getFirst(), event.title(), year, month)
                : new Message(
                    "outcome.notice.passedOverMany",
                    List.of(
                        String.valueOf(needs.size()),
                        event.title(),
                        year,
                        month,
                        needs.stream().map(need -> "· " + need.title()).collect(joining("\n"))),
                    "/needs")));
  }

  private static Message message(String what, Owned need, String... more) {
    var args = new ArrayList<String>();
    args.add(need.title());
    args.addAll(List.of(more));
    return new Message("outcome.notice." + what, args, "/trace/need/" + need.need());
  }

  private void tell(Collection<Long> needs, Function<Owned, Message> message) {
    var owned = owned(needs);
    var people = representatives(owned);
    for (var need : owned) {
      notices.toAccounts(
          people.stream().filter(need::concerns).map(Account::id).toList(), message.apply(need));
    }
  }

  private List<Account> representatives(List<Owned> owned) {
    return accounts.representativesOf(
        owned.stream().flatMap(need -> need.organizations().stream()).collect(toSet()));
  }

  private List<Owned> owned(Collection<Long> needs) {
    return jdbc.sql(
            """
            select n.id, n.title,
                   array(select n.organization_id
                         union select s.organization_id from need_support s where s.need_id = n.id) as organizations
            from need n
            where n.id = any(array[:needs]::bigint[])
            order by n.id
            """)
        .param("needs", needs)
        .query((row, n) ->
            new Owned(
                row.getLong("id"), row.getString("title"), ids(row.getArray("organizations"))))
        .list();
  }

  private static Set<Long> ids(Array array) throws SQLException {
    return new LinkedHashSet<>(Arrays.asList((Long[]) array.getArray()));
  }
}
