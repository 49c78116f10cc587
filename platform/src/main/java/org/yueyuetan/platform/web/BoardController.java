package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.NotFound;

/** The month board of the bureau's staff. */
@Controller
class BoardController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private final Boards boards;
  private final Clock clock;

  BoardController(Boards boards, Clock clock) {
    this.boards = boards;
    this.clock = clock;
  }

  @GetMapping("/board")
  ModelAndView board(@RequestParam(defaultValue = "") String month, Scope scope) {
    var shown = month.isEmpty() ? YearMonth.now(clock) : parse(month);
    return new ModelAndView("web/board", "board", boards.of(shown, scope));
  }

  private static YearMonth parse(String month) {
    try {
      var parsed = YearMonth.parse(month);
      if (parsed.getYear() >= FIRST_YEAR && parsed.getYear() <= LAST_YEAR) {
        return parsed;
      }
    } catch (DateTimeException notAMonth) {
      // Told below, as any address that leads nowhere.
    }
    throw new NotFound("month", month);
  }
}
