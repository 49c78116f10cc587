package org.yueyuetan.platform.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** Tells both sides and the bureau how a round goes on, each organization once. */
@Component
class Tidings {

  private final Accounts accounts;
  private final Notices notices;

  Tidings(Accounts accounts, Notices notices) {
    this.accounts = accounts;
    this.notices = notices;
  }

  void opened(Selection selection, Collection<Entry> entries) {
    tell(entries, mine(selection, "opened", selection.closesOn().toString()));
  }

  void closesSoon(Selection selection, Collection<Entry> entries) {
    tell(entries, mine(selection, "closesSoon", selection.closesOn().toString()));
  }

  void closed(Selection selection) {
    notices.toAccounts(
        accounts.bureau(),
        new Message("selection.notice.closed", List.of(selection.title()), desk(selection)));
  }

  void cancelled(Selection selection, Collection<Entry> entries, String reason) {
    tell(
        entries,
        new Message(
            "selection.notice.cancelled",
            List.of(selection.title(), reason),
            "/selections/" + selection.id()));
  }

  /** Those who got something, and with the first result those who did not. */
  void announced(Selection selection, Collection<Entry> matched, Collection<Entry> others) {
    var by = selection.confirmBy().map(String::valueOf).orElse("");
    tell(matched, mine(selection, "announced", by));
    tell(without(others, matched), mine(selection, "unmatchedYet"));
  }

  void confirmSoon(Selection selection, Collection<Entry> entries) {
    var by = selection.confirmBy().map(String::valueOf).orElse("");
    tell(entries, mine(selection, "confirmSoon", by));
  }

  void confirmed(Selection selection, Pair pair, Entry project, Entry provider) {
    tell(List.of(project), about(selection, "confirmed", pair, provider));
    tell(List.of(provider), about(selection, "confirmed", pair, project));
  }

  /** {@code told} hears that the pair with {@code other} came to nothing. */
  void released(Selection selection, Pair pair, Entry told, Entry other, String reason) {
    tell(
        List.of(told),
        mine(
            selection,
            reason.isEmpty() ? "released" : "releasedWhy",
            other.organizationName(),
            other.told(pair.amount(), Locale.SIMPLIFIED_CHINESE),
            reason));
  }

  /** The page tells of everything that an organization has; one message leads there. */
  void finished(Selection selection, Collection<Entry> matched, Collection<Entry> unmatched) {
    tell(matched, mine(selection, "finished"));
    tell(without(unmatched, matched), mine(selection, "unmatched"));
    notices.toAccounts(
        accounts.bureau(),
        new Message(
            "selection.notice.over",
            List.of(
                selection.title(),
                String.valueOf(matched.size()),
                String.valueOf(unmatched.size())),
            desk(selection)));
  }

  /** Those whose organization has nothing among the others. */
  private static List<Entry> without(Collection<Entry> entries, Collection<Entry> others) {
    var told = others.stream().map(Entry::organization).collect(Collectors.toSet());
    return entries.stream().filter(entry -> !told.contains(entry.organization())).toList();
  }

  private static Message about(Selection selection, String what, Pair pair, Entry other) {
    return mine(
        selection,
        what,
        other.organizationName(),
        other.told(pair.amount(), Locale.SIMPLIFIED_CHINESE));
  }

  private static Message mine(Selection selection, String what, String... more) {
    var args = new ArrayList<String>();
    args.add(selection.title());
    args.addAll(List.of(more));
    return new Message("selection.notice." + what, args, "/selections/" + selection.id() + "/mine");
  }

  private static String desk(Selection selection) {
    return "/selections/" + selection.id() + "/desk";
  }

  private void tell(Collection<Entry> entries, Message message) {
    var organizations = entries.stream().map(Entry::organization).distinct().toList();
    if (!organizations.isEmpty()) {
      notices.toAccounts(
          accounts.representativesOf(organizations).stream().map(Account::id).toList(), message);
    }
  }
}
