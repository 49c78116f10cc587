package org.yueyuetan.platform.theme;

import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.theme.Rule;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;

/** How themes are found and chosen: open to everyone; the bureau sets rule and words. */
@Controller
class MethodController {

  private static final int WORDS = 20_000;

  private final Themes themes;
  private final Settings settings;
  private final TransactionTemplate transaction;

  MethodController(Themes themes, Settings settings, TransactionTemplate transaction) {
    this.themes = themes;
    this.settings = settings;
    this.transaction = transaction;
  }

  @GetMapping("/themes/method")
  ModelAndView show(SignedIn me) {
    return page(
        Form.of(Map.of("rule", themes.rule().key(), "words", settings.get(Setting.THEME_WORDS))),
        me,
        HttpStatus.OK);
  }

  @PostMapping("/themes/method")
  ModelAndView change(Form form, SignedIn me, RedirectAttributes redirect) {
    themes.requireDecides(me);
    var key = form.required("rule", 40);
    if (!key.isEmpty() && Arrays.stream(Rule.values()).noneMatch(rule -> rule.key().equals(key))) {
      form.reject("rule", "form.choice", key);
    }
    var words = form.text("words", WORDS);
    checkWords(form, words);
    if (form.hasFaults()) {
      return page(form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      transaction.executeWithoutResult(nothing -> {
        settings.change(Setting.THEME_RULE, key, version(form, "ruleVersion"));
        settings.change(Setting.THEME_WORDS, words, version(form, "wordsVersion"));
      });
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "theme.method.saved");
    return new ModelAndView("redirect:/themes/method");
  }

  /** Names the first line that the engine does not take. */
  private static void checkWords(Form form, String words) {
    var lines = words.lines().toList();
    for (var read = 1; read <= lines.size(); read++) {
      try {
        var _ = Dictionary.of(lines.subList(read - 1, read));
      } catch (IllegalArgumentException faulty) {
        form.reject("words", "theme.fault.wordLine", String.valueOf(read), lines.get(read - 1));
        return;
      }
    }
    try {
      var _ = Dictionary.of(lines);
    } catch (IllegalArgumentException twice) {
      form.reject("words", "theme.fault.wordTwice");
    }
  }

  private static int version(Form form, String name) {
    return form.whole(name, 0, Integer.MAX_VALUE).orElse(0);
  }

  /** The version that a form shown again goes on from: after a conflict the one that stands now. */
  private int version(Setting setting, Form form, String name, HttpStatus status) {
    return status == HttpStatus.UNPROCESSABLE_CONTENT
        ? version(form, name)
        : settings.entry(setting).version();
  }

  private ModelAndView page(Form form, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "theme/method",
            Map.of(
                "form", form,
                "rules", Arrays.stream(Rule.values()).map(Rule::key).toList(),
                "current", themes.rule().key(),
                "decides", themes.decides(me),
                "ruleVersion", version(Setting.THEME_RULE, form, "ruleVersion", status),
                "wordsVersion", version(Setting.THEME_WORDS, form, "wordsVersion", status)));
    page.setStatus(status);
    return page;
  }
}
