package org.yueyuetan.platform.matchmaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.talk.Talk;

/**
 * Tells organizations when and where they meet whom; those for whom nothing changed hear nothing.
 */
@Component
class Tidings {

  private final MatchmakingTable table;
  private final Accounts accounts;
  private final Notices notices;

  Tidings(MatchmakingTable table, Accounts accounts, Notices notices) {
    this.table = table;
    this.accounts = accounts;
    this.notices = notices;
  }

  void published(Talk talk, Optional<Plan> before, Plan plan) {
    var byMeetings = new TreeMap<Integer, List<Long>>();
    table
        .invitations(talk.id())
        .forEach((organization, invitation) -> {
          var meetings = lines(plan, invitation);
          if (!before.map(one -> lines(one, invitation)).orElse(List.of()).equals(meetings)) {
            byMeetings.computeIfAbsent(meetings.size(), n -> new ArrayList<>()).add(organization);
          }
        });
    byMeetings.forEach((meetings, organizations) ->
        notices.toAccounts(
            accounts.representativesOf(organizations).stream().map(Account::id).toList(),
            new Message(
                before.isPresent() ? "matchmaking.notice.changed" : "matchmaking.notice.published",
                List.of(talk.title(), String.valueOf(meetings)),
                "/talks/" + talk.id() + "/matchmaking/mine")));
  }

  /** What a guest has to know of a plan. */
  private static List<String> lines(Plan plan, long invitation) {
    return plan.of(invitation).stream()
        .map(meeting ->
            "%s %d %s".formatted(meeting.from(), meeting.seat(), meeting.partnerOf(invitation)))
        .toList();
  }
}
