package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Tokens;
import org.yueyuetan.platform.notice.CalendarEntry;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/**
 * Tells those who are called to a talk what concerns them: a notice and a mail to each
 * representative with an account, and a mail to the contact person, each with the link by which the
 * answer is given.
 */
@Component
class Calls {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Notices notices;
  private final Accounts accounts;
  private final Tokens tokens;
  private final Invitations invitations;
  private final Clock clock;

  Calls(Notices notices, Accounts accounts, Tokens tokens, Invitations invitations, Clock clock) {
    this.notices = notices;
    this.accounts = accounts;
    this.tokens = tokens;
    this.invitations = invitations;
    this.clock = clock;
  }

  void invited(Talk talk, List<Invitation> called) {
    tell(talk, called, "talk.notice.invited", "", true);
  }

  void reminded(Talk talk, List<Invitation> called) {
    tell(talk, called, "talk.notice.reminded", "", true);
  }

  /** To those who come, on the day before. */
  void tomorrow(Talk talk, List<Invitation> called) {
    tell(talk, called, "talk.notice.tomorrow", "", false);
  }

  void movedUp(Talk talk, Invitation seated) {
    tell(talk, List.of(seated), "talk.notice.movedUp", "", true);
  }

  void uninvited(Talk talk, Invitation gone) {
    tell(talk, List.of(gone), "talk.notice.uninvited", "", false, one -> "/talks/" + talk.id());
  }

  /** The talk has another time or place. */
  void moved(Talk talk) {
    tell(talk, concerned(talk), "talk.notice.moved", "", true);
  }

  void cancelled(Talk talk, String reason) {
    tell(talk, concerned(talk), "talk.notice.cancelled", reason, false);
  }

  String link(Invitation invitation) {
    return "/answer/" + tokens.sign(Answers.PURPOSE, String.valueOf(invitation.id()));
  }

  static CalendarEntry entry(Talk talk) {
    return new CalendarEntry(
        "talk-" + talk.id() + "@yueyuetan",
        talk.title(),
        where(talk),
        talk.startsAt(),
        talk.endsAt(),
        talk.question());
  }

  private List<Invitation> concerned(Talk talk) {
    return invitations.of(talk.id()).stream()
        .filter(one -> one.status() == InvitationStatus.INVITED || one.status().saidYes())
        .toList();
  }

  private void tell(
      Talk talk, List<Invitation> called, String key, String reason, boolean withEntry) {
    tell(talk, called, key, reason, withEntry, this::link);
  }

  private void tell(
      Talk talk,
      List<Invitation> called,
      String key,
      String reason,
      boolean withEntry,
      Function<Invitation, String> link) {
    var representatives = representatives(called);
    var entry = withEntry ? Optional.of(entry(talk)) : Optional.<CalendarEntry>empty();
    for (var invitation : called) {
      var message = message(talk, invitation, key, reason, link.apply(invitation));
      var people =
          invitation
              .organization()
              .map(id -> representatives.getOrDefault(id, List.of()))
              .orElse(List.of());
      notices.toAccounts(people.stream().map(Account::id).toList(), message, entry);
      if (people.stream()
          .noneMatch(person -> person.email().equalsIgnoreCase(invitation.email()))) {
        notices.toAddress(invitation.email(), Locale.SIMPLIFIED_CHINESE, message, entry);
      }
    }
  }

  private Map<Long, List<Account>> representatives(List<Invitation> called) {
    var organizations = called.stream().flatMap(one -> one.organization().stream()).toList();
    return accounts.representativesOf(organizations).stream()
        .filter(account -> account.organizationId().isPresent())
        .collect(Collectors.groupingBy(account -> account.organizationId().orElseThrow()));
  }

  private Message message(
      Talk talk, Invitation invitation, String key, String reason, String link) {
    var until = talk.endsAt().atZone(clock.getZone());
    return new Message(
        key,
        List.of(
            invitation.unit(),
            talk.title(),
            minute(talk.startsAt()) + "–" + TIME.format(until),
            where(talk),
            talk.host(),
            by(talk.answerBy().orElse(talk.startsAt())),
            invitation.code(),
            reason),
        link);
  }

  /** The day alone when all of it counts. */
  private String by(Instant instant) {
    var said = minute(instant);
    return said.endsWith(" 23:59") ? said.substring(0, said.indexOf(' ')) : said;
  }

  private String minute(Instant instant) {
    return MINUTE.format(instant.atZone(clock.getZone()));
  }

  private static String where(Talk talk) {
    return talk.address().isEmpty() ? talk.place() : talk.place() + "（" + talk.address() + "）";
  }
}
