package org.yueyuetan.platform.talk;

import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.document.QrCode;

/** Draws the code on the screens in the room (签到二维码): whoever scans it is here now. */
@Component
public class RoomCode {

  private final CheckIn checkIn;
  private final Settings settings;

  RoomCode(CheckIn checkIn, Settings settings) {
    this.checkIn = checkIn;
    this.settings = settings;
  }

  /** A drawing; empty unless the talk takes check-ins. */
  public String svg(Talk talk) {
    return checkIn
        .roomToken(talk.id())
        .map(token ->
            QrCode.svg("%s/check-in/%d?t=%s".formatted(address(), talk.id(), token), talk.title()))
        .orElse("");
  }

  private String address() {
    return settings.get(Setting.PUBLIC_ADDRESS).replaceAll("/+$", "");
  }
}
