package org.yueyuetan.platform.project;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.region.Regions;

/** Writing a project down and changing it. From a need most of it is there already. */
@Controller
class ProjectFormController {

  private final Projects projects;
  private final Needs needs;
  private final Founders founders;
  private final Regions regions;

  ProjectFormController(Projects projects, Needs needs, Founders founders, Regions regions) {
    this.projects = projects;
    this.needs = needs;
    this.founders = founders;
    this.regions = regions;
  }

  @GetMapping("/projects/new")
  ModelAndView fresh(Form form, SignedIn me) {
    var typed = Prefilled.project(need(form, me), founders.own(me));
    return page(Form.of(typed), Optional.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/projects")
  ModelAndView create(Form form, SignedIn me, RedirectAttributes redirect) {
    var organization = founders.read(form, me);
    var submit = !form.typed("then").equals("draft");
    var draft = ProjectDraft.read(form, !submit, regions);
    var first =
        submit || ItemDraft.begun(form)
            ? Optional.of(ItemDraft.read(form))
            : Optional.<ItemDraft>empty();
    if (form.hasFaults() || organization.isEmpty()) {
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var id = projects.begin(draft, first, organization.get(), submit, me);
      redirect.addFlashAttribute(
          "done", submit ? "project.done.submitted" : "project.done.draftKept");
      return new ModelAndView("redirect:/projects/" + id);
    } catch (NotReady lacking) {
      lacking.lacking().forEach(form::rejectAll);
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/projects/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var project = existing(id, me);
    if (!projects.permitted(project, me).edit()) {
      return new ModelAndView("redirect:/projects/" + id);
    }
    return page(filled(project), Optional.of(project), me, HttpStatus.OK);
  }

  @PostMapping("/projects/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var project = existing(id, me);
    var draft = ProjectDraft.read(form, project.status() == ProjectStatus.DRAFT, regions);
    if (form.hasFaults()) {
      return page(form, Optional.of(project), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      projects.change(id, draft, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(form, Optional.of(existing(id, me)), me, HttpStatus.CONFLICT);
    } catch (NotReady lacking) {
      lacking.lacking().forEach(form::rejectAll);
      return page(form, Optional.of(project), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "project.done.saved");
    return new ModelAndView("redirect:/projects/" + id);
  }

  private ModelAndView page(Form form, Optional<Project> project, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "project/form",
            Map.of(
                "form", form,
                "project", project,
                "need", need(form, me),
                "regions", regions,
                "staff", me.is(Role.ORGANIZER)));
    page.setStatus(status);
    return page;
  }

  private Optional<Need> need(Form form, SignedIn me) {
    return form.id("need").flatMap(id -> needs.find(me, id));
  }

  private static Form filled(Project project) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("need", project.need());
    typed.put("subject", project.title());
    typed.put("goal", project.goal());
    typed.put("beneficiaries", project.beneficiaries());
    typed.put("served", project.served());
    typed.put("field", project.field());
    typed.put("region", project.region());
    typed.put("place", project.place());
    typed.put("from", project.from());
    typed.put("until", project.until());
    typed.put("visibility", project.visibility());
    return Form.of(typed);
  }

  private Project existing(long id, SignedIn me) {
    return projects.find(me, id).orElseThrow(() -> new NotFound("project", id));
  }
}
