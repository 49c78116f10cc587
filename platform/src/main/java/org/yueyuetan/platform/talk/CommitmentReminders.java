package org.yueyuetan.platform.talk;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/**
 * Reminds of open promises twice: some days before the date, and when it has passed. Of what is
 * overdue, and of promises that nobody else can be reached for, the bureau hears too.
 */
@Component
class CommitmentReminders {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Settings settings;
  private final Accounts accounts;
  private final Notices notices;

  CommitmentReminders(
      JdbcClient jdbc, Clock clock, Settings settings, Accounts accounts, Notices notices) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.accounts = accounts;
    this.notices = notices;
  }

  /**
   * Sends what is due today. Running it again the same day sends nothing more.
   *
   * @return how many promises were called to mind
   */
  @Transactional
  int remind() {
    var today = LocalDate.now(clock);
    var due = claim(today);
    due.forEach(commitment -> tell(commitment, today));
    return due.size();
  }

  /** Marking and choosing are one statement, so that two nodes do not remind twice. */
  private List<Commitment> claim(LocalDate today) {
    return jdbc.sql(
            """
            update commitment
            set reminded_on = :today
            where status = 'OPEN'
              and (due < :today and (reminded_on is null or reminded_on <= due)
                   or due >= :today and due - :days <= :today and reminded_on is null)
            returning *
            """)
        .param("today", Date.valueOf(today))
        .param("days", settings.number(Setting.REMINDER_DAYS))
        .query(Rows::commitment)
        .list();
  }

  private void tell(Commitment commitment, LocalDate today) {
    var key =
        commitment.isLate(today) ? "talkday.reminder.overdue" : "talkday.reminder.approaching";
    var args = List.of(commitment.what(), commitment.due().toString(), commitment.who());
    var readers =
        commitment.organization().map(accounts::representativesOf).orElse(List.of()).stream()
            .map(Account::id)
            .toList();
    notices.toAccounts(readers, new Message(key, args, "/commitments/" + commitment.id()));
    if (commitment.isLate(today) || (readers.isEmpty() && commitment.email().isEmpty())) {
      notices.toAccounts(
          accounts.bureau(), new Message(key, args, "/talks/" + commitment.talk() + "/follow-up"));
    }
    notices.toAddress(
        commitment.email(),
        Locale.SIMPLIFIED_CHINESE,
        new Message(key, args, "/talks/" + commitment.talk()),
        Optional.empty());
  }
}
