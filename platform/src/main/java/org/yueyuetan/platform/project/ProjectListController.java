package org.yueyuetan.platform.project;

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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.Tab;
import org.yueyuetan.platform.region.Regions;

/**
 * Lists of projects: established ones for everyone, one's own for an organization, all for staff.
 */
@Controller
class ProjectListController {

  private static final int PAGE = 50;
  private static final List<String> TERMS = List.of("q", "kind", "field", "region", "year");

  /** A representative looks at the own projects first, or at those of all. */
  private static final String OTHERS = "others";

  private final Projects projects;
  private final ProjectExport export;
  private final Regions regions;

  ProjectListController(Projects projects, ProjectExport export, Regions regions) {
    this.projects = projects;
    this.export = export;
    this.regions = regions;
  }

  @GetMapping("/projects")
  ModelAndView list(Form form, SignedIn me) {
    var filter = filter(form, me);
    var found = projects.list(me, filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var counts = projects.counts(me, filter.inAnyStatus());
    var model = new LinkedHashMap<String, Object>();
    model.put("form", form);
    model.put("lines", shown);
    model.put("items", projects.items(shown.stream().map(ProjectLine::id).toList()));
    model.put("mine", ownList(form, me));
    model.put("views", views(form, me));
    model.put("tabs", tabs(form, filter, counts));
    model.put("years", projects.years(me));
    model.put("total", counts.values().stream().mapToInt(Integer::intValue).sum());
    model.put("filtered", TERMS.stream().anyMatch(term -> !form.typed(term).isEmpty()));
    model.put(
        "next",
        found.size() > PAGE ? address(form, "after", String.valueOf(shown.getLast().id())) : "");
    model.put("first", form.typed("after").isEmpty() ? "" : address(form, "after", ""));
    model.put("query", address(form, "after", ""));
    model.put("regions", regions);
    return new ModelAndView("project/list", model);
  }

  @GetMapping("/projects/export")
  void export(Form form, SignedIn me, Locale locale, HttpServletResponse response)
      throws IOException {
    export.write(filter(form, me), me, locale, response);
  }

  private static Filter filter(Form form, SignedIn me) {
    var filter = Filter.read(form);
    return ownList(form, me) ? me.organization().map(filter::of).orElse(filter) : filter;
  }

  private static boolean ownList(Form form, SignedIn me) {
    return me.is(Role.REPRESENTATIVE) && !form.typed("view").equals(OTHERS);
  }

  private static List<Tab> views(Form form, SignedIn me) {
    if (!me.is(Role.REPRESENTATIVE)) {
      return List.of();
    }
    var own = ownList(form, me);
    return List.of(
        new Tab("project.view.own", "/projects", -1, own),
        new Tab("project.view.others", "/projects?view=" + OTHERS, -1, !own));
  }

  /** By status; a list that holds one status alone needs none. */
  private static List<Tab> tabs(Form form, Filter filter, Map<ProjectStatus, Integer> counts) {
    var tabs = new ArrayList<Tab>();
    tabs.add(
        new Tab(
            "project.status.all",
            address(form, "status", ""),
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            filter.status().isEmpty()));
    for (var status : ProjectStatus.values()) {
      var here = filter.status().equals(Optional.of(status));
      var count = Optional.ofNullable(counts.get(status)).orElse(0);
      if (count > 0 || here) {
        tabs.add(
            new Tab(
                "project.status." + status, address(form, "status", status.name()), count, here));
      }
    }
    return tabs.size() > 2 ? tabs : List.of();
  }

  /** The list's address with one parameter changed, from its first page. */
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
