package org.yueyuetan.platform.notice;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.PasswordReset;
import org.yueyuetan.platform.account.RightsChanged;

/** What others do to one's account, one hears of. */
@Component
class AccountNotices {

  private final Notices notices;

  AccountNotices(Notices notices) {
    this.notices = notices;
  }

  @EventListener
  void on(PasswordReset reset) {
    notices.toAccount(reset.account(), new Message("notice.passwordReset", List.of(), "/notices"));
  }

  @EventListener
  void on(RightsChanged granted) {
    notices.toAccount(
        granted.account(), new Message("notice.rightsChanged", List.of(), "/notices"));
  }
}
