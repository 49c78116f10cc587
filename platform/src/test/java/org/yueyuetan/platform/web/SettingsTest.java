package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

@PlatformTest
class SettingsTest {

  private static final Pattern VERSION =
      Pattern.compile("name=\"(version-[A-Z_]+)\" value=\"(\\d+)\"");

  @Autowired Settings settings;
  @Autowired People people;
  @LocalServerPort int port;

  Person administrator;
  Site site;

  @BeforeEach
  void someoneIsThere() {
    administrator = people.only(Role.SYSTEM_ADMIN);
    site = Site.at(port).signedIn(administrator);
  }

  @Test
  void aSettingTakesEffectAtOnce() {
    var answer =
        site.post(
            "/settings", page(Map.of("BUREAU_NAME", "聊城市民政局", "ICP_NUMBER", "鲁ICP备00000000号")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("设置已保存。", "主办单位：聊城市民政局", "鲁ICP备00000000号");
  }

  @Test
  void badInputIsToldBesideTheFieldAndNothingIsSaved() {
    var answer =
        site.post(
            "/settings",
            page(
                Map.of(
                    "BUREAU_NAME",
                    "另一个局",
                    "LOCK_MINUTES",
                    "5",
                    "PUBLIC_ADDRESS",
                    "随便写写",
                    "HOME_REGION",
                    "1")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("有 3 处需要改", "请填 10 到 1440 之间的整数", "“随便写写”不是完整网址", "没有代码为“1”的区划")
        .contains("value=\"另一个局\"");
    assertThat(settings.get(Setting.BUREAU_NAME)).isEqualTo(Setting.BUREAU_NAME.standard());
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    var stale = page(Map.of("CITY_NAME", "临清市"));
    site.post("/settings", page(Map.of("CITY_NAME", "聊城市")));

    var answer = site.post("/settings", stale);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("别人改过这一条", "value=\"临清市\"");
    assertThat(settings.get(Setting.CITY_NAME)).isEqualTo("聊城市");
  }

  @Test
  void aPasswordIsNeverShownAndStaysWhenLeftBlank() {
    site.post("/settings", page(Map.of("MAIL_PASSWORD", "geheim-42")));
    var shown = site.get("/settings").body();
    site.post("/settings", page(Map.of("CITY_NAME", "聊城市")));

    assertThat(shown).doesNotContain("geheim-42");
    assertThat(settings.get(Setting.MAIL_PASSWORD)).isEqualTo("geheim-42");
  }

  /** What a browser would send after these fields were changed on the page as it stands. */
  private Map<String, String> page(Map<String, String> changed) {
    var fields = new LinkedHashMap<String, String>();
    for (var setting : Setting.values()) {
      if (!setting.internal() && !setting.secret()) {
        fields.put(setting.name(), settings.get(setting));
      }
    }
    var versions = VERSION.matcher(site.get("/settings").body());
    while (versions.find()) {
      fields.put(versions.group(1), versions.group(2));
    }
    fields.putAll(changed);
    return fields;
  }
}
