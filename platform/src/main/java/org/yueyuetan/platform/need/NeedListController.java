package org.yueyuetan.platform.need;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.region.Regions;

/** Lists of needs: of the bureau, of an organization, of all organizations, of the public. */
@Controller
class NeedListController {

  private static final int PAGE = 50;
  private static final List<String> TERMS =
      List.of("direction", "kind", "field", "region", "organization", "q");

  /** A representative looks at the own organization's needs first, or at what the others need. */
  private static final String OTHERS = "others";

  private final Needs needs;
  private final NeedExport export;
  private final Regions regions;
  private final Organizations organizations;

  NeedListController(Needs needs, NeedExport export, Regions regions, Organizations organizations) {
    this.needs = needs;
    this.export = export;
    this.regions = regions;
    this.organizations = organizations;
  }

  @GetMapping("/needs")
  ModelAndView list(Form form, SignedIn me) {
    var filter = filter(form, me);
    var found = needs.list(me, filter, form.id("after"), PAGE + 1);
    var counts = needs.counts(me, filter.inAnyStatus());
    var mine = ownList(form, me);
    return page(
        "need/list",
        form,
        found,
        Map.of(
            "tabs",
            tabs(form, filter, counts),
            "views",
            views(form, me),
            "mine",
            mine,
            "total",
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            "acceptable",
            me.is(Role.ORGANIZER)
                && found.stream().anyMatch(line -> line.status() == NeedStatus.SUBMITTED)));
  }

  @GetMapping("/needs/public")
  ModelAndView published(Form form) {
    var filter = Filter.read(form);
    var found = needs.list(Scope.PUBLISHED, filter, form.id("after"), PAGE + 1);
    var counts = needs.counts(Scope.PUBLISHED, filter.inAnyStatus());
    return page(
        "need/public",
        form,
        found,
        Map.of("total", counts.values().stream().mapToInt(Integer::intValue).sum()));
  }

  @GetMapping("/needs/export")
  void export(Form form, SignedIn me, Locale locale, HttpServletResponse response)
      throws IOException {
    export.write(filter(form, me), me, locale, response);
  }

  @PostMapping("/needs/accept")
  String accept(Form form, SignedIn me, RedirectAttributes redirect) {
    var ids = form.ids("need");
    var accepted = needs.acceptAll(ids, me);
    redirect.addFlashAttribute("done", accepted == 0 ? "need.acceptedNone" : "need.acceptedMany");
    redirect.addFlashAttribute("doneArgs", List.of(accepted, ids.size() - accepted));
    return "redirect:/needs?status=" + NeedStatus.SUBMITTED;
  }

  private Filter filter(Form form, SignedIn me) {
    var filter = Filter.read(form);
    return ownList(form, me) && me.organizationId() != null
        ? filter.of(me.organizationId())
        : filter;
  }

  private static boolean ownList(Form form, SignedIn me) {
    return me.is(Role.REPRESENTATIVE) && !form.typed("view").equals(OTHERS);
  }

  private ModelAndView page(String template, Form form, List<NeedLine> found, Map<String, ?> more) {
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var model = new LinkedHashMap<String, Object>(more);
    model.put("form", form);
    model.put("lines", shown);
    model.put("regions", regions);
    model.put(
        "organization",
        form.id("organization")
            .map(id -> organizations.names(List.of(id)).getOrDefault(id, ""))
            .orElse(""));
    model.put("filtered", TERMS.stream().anyMatch(term -> !form.typed(term).isEmpty()));
    model.put(
        "next",
        found.size() > PAGE ? address(form, "after", String.valueOf(shown.getLast().id())) : "");
    model.put("query", address(form, "after", ""));
    model.put("first", form.typed("after").isEmpty() ? "" : address(form, "after", ""));
    return new ModelAndView(template, model);
  }

  private static List<Tab> tabs(Form form, Filter filter, Map<NeedStatus, Integer> counts) {
    var tabs = new ArrayList<Tab>();
    tabs.add(
        new Tab(
            "need.status.all",
            address(form, "status", ""),
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            filter.status().isEmpty()));
    for (var status : NeedStatus.values()) {
      var here = filter.status().equals(Optional.of(status));
      var count = counts.getOrDefault(status, 0);
      if (count > 0 || here) {
        tabs.add(
            new Tab("need.status." + status, address(form, "status", status.name()), count, here));
      }
    }
    return tabs;
  }

  private static List<Tab> views(Form form, SignedIn me) {
    if (!me.is(Role.REPRESENTATIVE)) {
      return List.of();
    }
    var own = ownList(form, me);
    return List.of(
        new Tab("need.view.own", "/needs", -1, own),
        new Tab("need.view.others", "/needs?view=" + OTHERS, -1, !own));
  }

  /**
   * The list's address with one parameter changed; changing the filter goes back to the first page.
   */
  private static String address(Form form, String name, String value) {
    var kept = new LinkedHashMap<String, String>();
    kept.put("view", form.typed("view"));
    kept.put("status", form.typed("status"));
    TERMS.forEach(term -> kept.put(term, form.typed(term)));
    kept.put(name, value);
    kept.values().removeIf(String::isEmpty);
    var uri = UriComponentsBuilder.newInstance();
    kept.keySet().forEach(parameter -> uri.queryParam(parameter, "{" + parameter + "}"));
    return kept.isEmpty() ? "?" : "?" + uri.encode().buildAndExpand(kept).getQuery();
  }
}
