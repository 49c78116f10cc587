package org.yueyuetan.platform.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Regions;

/** The settings page of the system administrator. */
@Controller
class SettingsController {

  static final List<SettingGroup> GROUPS =
      List.of(
          new SettingGroup(
              "house",
              List.of(
                  Setting.BUREAU_NAME,
                  Setting.CITY_NAME,
                  Setting.HOME_REGION,
                  Setting.LEAD_BODY,
                  Setting.DOCUMENT_CODE,
                  Setting.PROJECT_NUMBER,
                  Setting.SUGGESTION_POINTS,
                  Setting.AGREEMENT_NUMBER)),
          new SettingGroup(
              "public",
              List.of(
                  Setting.PUBLIC_ADDRESS,
                  Setting.CONTACT_PHONE,
                  Setting.CONTACT_ADDRESS,
                  Setting.ICP_NUMBER,
                  Setting.POLICE_NUMBER,
                  Setting.SITE_CODE)),
          new SettingGroup(
              "mail",
              List.of(
                  Setting.MAIL_HOST,
                  Setting.MAIL_PORT,
                  Setting.MAIL_USER,
                  Setting.MAIL_PASSWORD,
                  Setting.MAIL_FROM)),
          new SettingGroup(
              "safety",
              List.of(
                  Setting.PASSWORD_DAYS,
                  Setting.SIGN_IN_ATTEMPTS,
                  Setting.LOCK_MINUTES,
                  Setting.IDLE_MINUTES,
                  Setting.REMINDER_DAYS,
                  Setting.REVIEW_DAYS,
                  Setting.TIME_STAMP_AUTHORITY)));

  private final Settings settings;
  private final Regions regions;
  private final TransactionTemplate transaction;

  SettingsController(Settings settings, Regions regions, TransactionTemplate transaction) {
    this.settings = settings;
    this.regions = regions;
    this.transaction = transaction;
  }

  @GetMapping("/settings")
  ModelAndView settings() {
    return page(SettingsDraft.stored(settings), HttpStatus.OK);
  }

  @PostMapping("/settings")
  ModelAndView change(Form form, RedirectAttributes redirect) {
    var draft = SettingsDraft.read(form, regions);
    if (form.hasFaults()) {
      return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      transaction.executeWithoutResult(nothing ->
          draft
              .wanted()
              .forEach((setting, value) ->
                  settings.change(setting, value, draft.versions().getOrDefault(setting, 0))));
    } catch (EditedElsewhere edited) {
      form.rejectAll("form.editedElsewhere");
      return page(form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "web.settings.done");
    return new ModelAndView("redirect:/settings");
  }

  private ModelAndView page(Form form, HttpStatus status) {
    var versions = new EnumMap<Setting, Integer>(Setting.class);
    GROUPS.stream()
        .flatMap(group -> group.settings().stream())
        .forEach(s -> versions.put(s, version(s, form, status)));
    var page =
        new ModelAndView(
            "web/settings", Map.of("form", form, "groups", GROUPS, "versions", versions));
    page.setStatus(status);
    return page;
  }

  /** The version that a form shown again goes on from: after a conflict the one that stands now. */
  private int version(Setting setting, Form form, HttpStatus status) {
    return status == HttpStatus.UNPROCESSABLE_CONTENT
        ? form.whole(SettingsDraft.versionOf(setting), 0, Integer.MAX_VALUE).orElse(0)
        : settings.entry(setting).version();
  }
}
