package org.yueyuetan.platform.selection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.project.Advances;
import org.yueyuetan.platform.project.Progress;

/** What everyone may know of a round: its rules, its pairs, who is left; nobody's ranks. */
@Controller
class ProtocolController {

  private final Selections selections;
  private final Results results;
  private final Advances advances;

  ProtocolController(Selections selections, Results results, Advances advances) {
    this.selections = selections;
    this.results = results;
    this.advances = advances;
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
        "stages",
        stages(held.stream().filter(each -> each.pair().is(PairStatus.CONFIRMED)).toList()));
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

  /**
   * Of what became an intent in this round: how much is signed and delivered by now, each apart.
   */
  private Map<Progress.Stage, Totals> stages(List<Paired> confirmed) {
    var wanted =
        confirmed.stream()
            .map(Paired::project)
            .distinct()
            .collect(Collectors.toMap(Entry::source, Function.identity()));
    var advances =
        this.advances.ofItems(
            wanted.values().stream().collect(Collectors.toMap(Entry::source, Entry::quantity)));
    var stages = new EnumMap<Progress.Stage, Totals>(Progress.Stage.class);
    stages.put(Progress.Stage.INTENDED, Totals.of(confirmed));
    for (var stage : List.of(Progress.Stage.SIGNED, Progress.Stage.DELIVERED)) {
      var amounts = new LinkedHashMap<Entry, Long>();
      advances.forEach((id, advance) ->
          Optional.ofNullable(wanted.get(id))
              .ifPresent(entry -> amounts.put(entry, advance.at(stage))));
      stages.put(stage, Totals.of(amounts));
    }
    return stages;
  }

  /** Visitors read what is published; organizations show each other more. */
  private Entries read(Selection selection, SignedIn me) {
    var all = results.entries(selection);
    return me.scope() instanceof Scope.Published ? all.veiled() : all;
  }
}
