package org.yueyuetan.platform.fulfilment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.agreement.Agreement;
import org.yueyuetan.platform.agreement.Party;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** Tells parties and staff what is for them to do. */
@Component
class Tidings {

  private final Notices notices;
  private final Accounts accounts;
  private final Settings settings;

  Tidings(Notices notices, Accounts accounts, Settings settings) {
    this.notices = notices;
    this.accounts = accounts;
    this.settings = settings;
  }

  /**
   * To those who speak for parties; where there are none, to the bureau, which stands in for them.
   */
  void toParties(Agreement agreement, Collection<Party> parties, String what, String subject) {
    var speakers = speakers(parties.stream().map(Party::organization).toList());
    notices.toAccounts(
        speakers.isEmpty() ? staff(agreement.region()) : speakers,
        message(agreement, what, subject));
  }

  void toAll(Agreement agreement, String what, String subject) {
    var readers =
        new LinkedHashSet<>(
            speakers(agreement.parties().stream().map(Party::organization).toList()));
    readers.addAll(staff(agreement.region()));
    notices.toAccounts(readers, message(agreement, what, subject));
  }

  /** One message for all that a person has to think of. */
  void digest(long reader, Digest digest) {
    notices.toAccounts(
        List.of(reader),
        new Message(
            "fulfilment.notice.digest",
            List.of(
                String.valueOf(digest.late()),
                String.valueOf(digest.soon()),
                String.valueOf(digest.waiting())),
            digest.late() > 0 ? "/fulfilment?stand=LATE" : "/fulfilment"));
  }

  List<Long> speakers(Collection<Long> organizations) {
    return accounts.representativesOf(organizations).stream().map(Account::id).toList();
  }

  List<Long> staff(String region) {
    return accounts.holding(Role.ORGANIZER).stream()
        .filter(account ->
            account.regionCode().orElse(settings.get(Setting.HOME_REGION)).equals(region))
        .map(Account::id)
        .toList();
  }

  private static Message message(Agreement agreement, String what, String subject) {
    return new Message(
        "fulfilment.notice." + what,
        List.of(agreement.title(), subject),
        "/agreements/" + agreement.id() + "/fulfilment");
  }
}
