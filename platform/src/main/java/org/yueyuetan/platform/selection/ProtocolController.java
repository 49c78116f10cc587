package org.yueyuetan.platform.selection;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** What everyone may know of a round: its rules, its pairs, who is left; nobody's ranks. */
@Controller
class ProtocolController {

  private final Selections selections;
  private final Results results;

  ProtocolController(Selections selections, Results results) {
    this.selections = selections;
    this.results = results;
  }

  @GetMapping("/selections/{id}")
  ModelAndView protocol(@PathVariable long id, SignedIn me) {
    var selection =
        selections.find(me.scope(), id).orElseThrow(() -> new NotFound("selection", id));
    var byId = read(selection, me);
    var entries = byId.all();
    var told = selection.status().isTold();
    var pairs =
        told ? results.pairs(selection).stream().map(byId::with).toList() : List.<Paired>of();
    var held = pairs.stream().filter(each -> !each.pair().is(PairStatus.RELEASED)).toList();
    var standing = Standing.of(pairs.stream().map(Paired::pair).toList());
    var model = new HashMap<String, Object>();
    model.put("selection", selection);
    model.put("entries", entries);
    model.put("pairs", pairs);
    model.put("held", Totals.of(held));
    model.put(
        "confirmed",
        Totals.of(held.stream().filter(each -> each.pair().is(PairStatus.CONFIRMED)).toList()));
    model.put(
        "unmatched",
        told
            ? entries.stream().filter(entry -> !standing.held().containsKey(entry.id())).toList()
            : List.of());
    model.put("runs", told ? results.runs(selection) : List.of());
    model.put("byId", byId);
    model.put("runsIt", selections.mayReadAll(me, selection));
    model.put(
        "takesPart",
        entries.stream()
            .anyMatch(
                entry -> me.organization().filter(own -> own == entry.organization()).isPresent()));
    return new ModelAndView("selection/protocol", model);
  }

  /** Visitors read what is published; organizations show each other more. */
  private Entries read(Selection selection, SignedIn me) {
    var all = results.entries(selection);
    return me.scope() instanceof Scope.Published ? all.veiled() : all;
  }
}
