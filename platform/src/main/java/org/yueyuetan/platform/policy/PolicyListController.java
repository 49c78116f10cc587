package org.yueyuetan.platform.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;

/** The list of documents: issued ones for everyone, drafts under comment for those asked. */
@Controller
class PolicyListController {

  private static final int PAGE = 50;
  private static final List<String> TERMS = List.of("q", "year", "validity", "genre");

  private final Policies policies;

  PolicyListController(Policies policies) {
    this.policies = policies;
  }

  @GetMapping("/policies")
  ModelAndView list(Form form, SignedIn me) {
    var staff = me.is(Role.ORGANIZER) || me.is(Role.AUDITOR);
    var filter = Filter.read(form);
    if (!staff && filter.state() != Filter.State.COMMENTING) {
      filter = filter.in(Filter.State.ISSUED);
    }
    var found = policies.list(Policies.reach(me), filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var counts = policies.counts(Policies.reach(me), filter);
    var model = new LinkedHashMap<String, Object>();
    model.put("form", form);
    model.put("lines", shown);
    model.put("state", filter.state());
    model.put("tabs", tabs(form, staff, counts));
    model.put("years", policies.years(Policies.reach(me)));
    model.put("total", counts.getOrDefault(filter.state(), 0));
    model.put("filtered", TERMS.stream().anyMatch(term -> !form.typed(term).isEmpty()));
    model.put(
        "next",
        found.size() > PAGE ? address(form, "after", String.valueOf(shown.getLast().id())) : "");
    model.put("first", form.typed("after").isEmpty() ? "" : address(form, "after", ""));
    return new ModelAndView("policy/list", model);
  }

  /** Parts of the list with their counts; visitors have but one. */
  private static Map<Filter.State, Tab> tabs(
      Form form, boolean staff, Map<Filter.State, Integer> counts) {
    var tabs = new LinkedHashMap<Filter.State, Tab>();
    for (var state : Filter.State.values()) {
      var count = Optional.ofNullable(counts.get(state)).orElse(0);
      if (state == Filter.State.ISSUED
          || staff
          || (state == Filter.State.COMMENTING && count > 0)) {
        tabs.put(state, new Tab(address(form, "state", state.name()), count));
      }
    }
    return tabs.size() == 1 ? Map.of() : tabs;
  }

  /** The list's address with one parameter changed, from its first page. */
  private static String address(Form form, String name, String value) {
    var kept = new LinkedHashMap<String, String>();
    kept.put("state", form.typed("state"));
    TERMS.forEach(term -> kept.put(term, form.typed(term)));
    kept.put(name, value);
    kept.values().removeIf(String::isEmpty);
    var uri = UriComponentsBuilder.fromPath("/policies");
    kept.keySet().forEach(parameter -> uri.queryParam(parameter, "{" + parameter + "}"));
    return uri.encode().buildAndExpand(kept).toUriString();
  }
}
