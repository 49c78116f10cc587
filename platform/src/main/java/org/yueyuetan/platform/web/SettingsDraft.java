package org.yueyuetan.platform.web;

import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Regions;

/**
 * The settings as somebody wants them to be.
 *
 * @param wanted value by setting; a secret left blank is not among them, it stays as it is
 * @param versions of the entries that the person was looking at
 */
record SettingsDraft(Map<Setting, String> wanted, Map<Setting, Integer> versions) {

  private static final int LONGEST = 200;

  /** Five whole numbers, not all of them 0. */
  private static final Pattern POINTS = Pattern.compile("(?=.*[1-9])\\d{1,3}( \\d{1,3}){4}");

  static SettingsDraft read(Form form, Regions regions) {
    var wanted = new EnumMap<Setting, String>(Setting.class);
    var versions = new EnumMap<Setting, Integer>(Setting.class);
    for (var setting : Setting.values()) {
      if (setting.internal()) {
        continue;
      }
      var value = value(form, setting, regions);
      if (!setting.secret() || !value.isEmpty()) {
        wanted.put(setting, value);
      }
      versions.put(setting, form.whole(versionOf(setting), 0, Integer.MAX_VALUE).orElse(0));
    }
    return new SettingsDraft(wanted, versions);
  }

  /** The form as it stands in the database; secrets stay blank. */
  static Form stored(Settings settings) {
    var values = new LinkedHashMap<String, Object>();
    for (var setting : Setting.values()) {
      if (!setting.internal()) {
        values.put(setting.name(), setting.secret() ? "" : settings.get(setting));
      }
    }
    return Form.of(values);
  }

  static String versionOf(Setting setting) {
    return "version-" + setting.name();
  }

  private static String value(Form form, Setting setting, Regions regions) {
    var name = setting.name();
    return switch (setting) {
      case BUREAU_NAME, LEAD_BODY -> form.required(name, LONGEST);
      case HOME_REGION -> {
        var code = form.required(name, 12);
        if (!code.isEmpty() && regions.find(code).isEmpty()) {
          form.reject(name, "web.settings.region", code);
        }
        yield code;
      }
      case PUBLIC_ADDRESS -> {
        var address = form.required(name, LONGEST).replaceAll("/+$", "");
        if (!address.isEmpty() && !isWebAddress(address)) {
          form.reject(name, "web.settings.address", address);
        }
        yield address;
      }
      case TIME_STAMP_AUTHORITY -> {
        var address = form.text(name, LONGEST);
        if (!address.isEmpty() && !isWebAddress(address)) {
          form.reject(name, "web.settings.address", address);
        }
        yield address;
      }
      case MAIL_FROM -> {
        var from = form.required(name, LONGEST);
        if (!from.isEmpty() && from.indexOf('@') < 1) {
          form.reject(name, "form.email", from);
        }
        yield from;
      }
      case MAIL_PORT -> number(form, name, 1, 65_535);
      case PASSWORD_DAYS -> number(form, name, 0, 3_650);
      case SIGN_IN_ATTEMPTS -> number(form, name, 1, 20);
      case LOCK_MINUTES -> number(form, name, 10, 1_440);
      case IDLE_MINUTES -> number(form, name, 5, 480);
      case REMINDER_DAYS -> number(form, name, 1, 30);
      case PROJECT_NUMBER, AGREEMENT_NUMBER -> {
        var pattern = form.required(name, 40);
        if (!pattern.isEmpty() && !(pattern.contains("{年}") && pattern.contains("{号}"))) {
          form.reject(name, "web.settings.projectNumber");
        }
        yield pattern;
      }
      case SUGGESTION_POINTS -> {
        var points = form.required(name, 40);
        if (!points.isEmpty() && !POINTS.matcher(points).matches()) {
          form.reject(name, "web.settings.points");
        }
        yield points;
      }
      case REVIEW_DAYS -> number(form, name, 1, 365);
      default -> form.text(name, LONGEST);
    };
  }

  private static String number(Form form, String name, int least, int most) {
    return String.valueOf(form.need(name, form.whole(name, least, most), least));
  }

  private static boolean isWebAddress(String address) {
    try {
      var uri = URI.create(address);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
