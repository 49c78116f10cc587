package org.yueyuetan.platform.showcase;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.talk.TalkHeld;

/** After the talk each organization hears once how many would like to work with it. */
@Component
class Tidings {

  private final Cards cards;
  private final Interests interests;
  private final Accounts accounts;
  private final Notices notices;

  Tidings(Cards cards, Interests interests, Accounts accounts, Notices notices) {
    this.cards = cards;
    this.interests = interests;
    this.accounts = accounts;
    this.notices = notices;
  }

  @EventListener
  void on(TalkHeld held) {
    var counts = interests.counts(held.talk());
    for (var card : cards.shownAt(held.talk())) {
      var count = counts.getOrDefault(card.id(), Interests.Count.NONE);
      if (count.all() > 0) {
        notices.toAccounts(
            accounts.representativesOf(card.organization()).stream().map(Account::id).toList(),
            new Message(
                "showcase.notice.interest",
                List.of(String.valueOf(count.cooperate()), String.valueOf(count.learn())),
                "/talks/" + held.talk() + "/showcase/" + card.id()));
      }
    }
  }
}
