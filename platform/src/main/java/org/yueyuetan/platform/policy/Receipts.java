package org.yueyuetan.platform.policy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** Tells those behind a document what became of what they said (回执). */
@Component
class Receipts {

  /** Somebody whose opinion was taken up: an organization, or a guest who can be written to. */
  private record Author(Optional<Long> organization, String email) {}

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Notices notices;
  private final Settings settings;

  Receipts(JdbcClient jdbc, Accounts accounts, Notices notices, Settings settings) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.notices = notices;
    this.settings = settings;
  }

  /** Whoever voiced an opinion that was taken up, and whoever commented on the draft, once each. */
  void issued(Policy policy, List<Source> sources, List<Long> commented) {
    var told = new HashSet<Long>();
    var labels = new LinkedHashMap<Long, String>();
    sources.stream()
        .filter(source -> source.clause().isPresent())
        .forEach(source -> labels.merge(source.opinion(), source.label(), (a, b) -> a + "、" + b));
    labels.forEach((opinion, label) -> {
      for (var author : authors(opinion)) {
        var message =
            message(
                "policy.notice.became",
                List.of(text(sources, opinion), policy.title(), label, policy.number()),
                policy);
        var readers = author.organization().map(this::speakers).orElse(List.of());
        notices.toAccounts(readers, message);
        author.organization().ifPresent(told::add);
        if (readers.isEmpty()) {
          notices.toAddress(author.email(), Locale.SIMPLIFIED_CHINESE, message, Optional.empty());
        }
      }
    });
    for (var organization : commented) {
      if (told.add(organization)) {
        notices.toAccounts(
            speakers(organization),
            message("policy.notice.issued", List.of(policy.title(), policy.number()), policy));
      }
    }
  }

  /** Staff who work on the documents of a region. */
  List<Long> staff(String region) {
    return region.equals(settings.get(Setting.HOME_REGION))
        ? accounts.bureau()
        : accounts.holding(Role.ORGANIZER).stream()
            .filter(account -> account.regionCode().filter(region::equals).isPresent())
            .map(Account::id)
            .toList();
  }

  /** Those who voiced the opinion, or one that was merged into it. */
  private List<Author> authors(long opinion) {
    return jdbc.sql(
            """
            select distinct o.organization_id, coalesce(i.email, '') as email
            from opinion o left join invitation i on i.id = o.invitation_id
            where o.id = :opinion or o.merged_into = :opinion
            """)
        .param("opinion", opinion)
        .query((row, n) ->
            new Author(
                Optional.ofNullable(row.getObject("organization_id", Long.class)),
                row.getString("email")))
        .list();
  }

  private List<Long> speakers(long organization) {
    return accounts.representativesOf(organization).stream().map(Account::id).toList();
  }

  /** What is not public cannot be opened by those who are told of it: they are led to the list. */
  private static Message message(String key, List<String> args, Policy policy) {
    return new Message(
        key,
        args,
        policy.disclosure() == Disclosure.OPEN ? "/policies/" + policy.id() : "/policies");
  }

  private static String text(List<Source> sources, long opinion) {
    return sources.stream()
        .filter(source -> source.opinion() == opinion)
        .map(Source::opinionText)
        .findFirst()
        .orElse("");
  }
}
