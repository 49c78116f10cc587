package org.yueyuetan.platform.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.organization.Filter;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.project.Item;
import org.yueyuetan.platform.project.Project;
import org.yueyuetan.platform.project.ProjectLine;
import org.yueyuetan.platform.project.ProjectStatus;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.Provision;
import org.yueyuetan.platform.project.Provisions;

/**
 * The form of an agreement. A page elsewhere may lead here with what is known already: {@code
 * project}, {@code provision}, {@code item}, {@code amount}.
 */
@Controller
class DraftController {

  private static final int OFFERED = 300;
  private static final int SPARE = 2;

  private final Agreements agreements;
  private final AgreementForm forms;
  private final Organizations organizations;
  private final Projects projects;
  private final Provisions provisions;

  DraftController(
      Agreements agreements,
      AgreementForm forms,
      Organizations organizations,
      Projects projects,
      Provisions provisions) {
    this.agreements = agreements;
    this.forms = forms;
    this.organizations = organizations;
    this.projects = projects;
    this.provisions = provisions;
  }

  @GetMapping("/agreements/new")
  ModelAndView begin(Form asked, SignedIn me) {
    var project = asked.id("project").flatMap(id -> projects.find(me, id));
    var item = item(project, asked);
    var template =
        asked.choice("template", Template.class).or(() -> item.map(one -> Template.of(one.kind())));
    if (template.isEmpty()) {
      return new ModelAndView("agreement/templates", "form", asked);
    }
    return page(
        begun(template.get(), project, item, asked, me), Optional.empty(), me, HttpStatus.OK);
  }

  private Form begun(
      Template template, Optional<Project> project, Optional<Item> item, Form asked, SignedIn me) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("template", template);
    typed.put("clauses", template.clauses());
    var provision = asked.id("provision").flatMap(id -> provisions.find(me.scope(), id));
    typed.put("give-1-kind", template.kind());
    me.organization()
        .filter(mine -> project.filter(known -> known.organization() == mine).isEmpty())
        .flatMap(id -> organizations.find(me.scope(), id))
        .ifPresent(mine -> typed.put("party-1", mine.name()));
    provision.ifPresent(known -> typed.put("party-1", known.organizationName()));
    project.ifPresent(known -> {
      typed.put("party-2", known.organizationName());
      typed.put("project", known.id());
      typed.put("purpose", known.goal());
      known.from().ifPresent(day -> typed.put("from", day));
      known.until().ifPresent(day -> typed.put("until", day));
    });
    item.ifPresent(one -> AgreementForm.give(typed, 1, given(one, provision, asked)));
    return Form.of(typed);
  }

  private Optional<Item> item(Optional<Project> project, Form asked) {
    return project.stream()
        .flatMap(known -> projects.items(known).stream())
        .filter(item -> asked.id("item").filter(id -> id == item.id()).isPresent())
        .findFirst();
  }

  private static Contribution given(Item item, Optional<Provision> provision, Form asked) {
    return new Contribution(
        0,
        1,
        item.kind(),
        item.title(),
        asked.id("amount").orElse(item.quantity()),
        item.unit(),
        Optional.of(item.id()),
        provision.map(Provision::id));
  }

  @PostMapping("/agreements")
  ModelAndView create(Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = forms.read(form, me);
    if (draft.isEmpty()) {
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var id = agreements.draft(draft.get(), me);
      redirect.addFlashAttribute("done", "agreement.done.drafted");
      return new ModelAndView("redirect:/agreements/" + id);
    } catch (Refused refused) {
      form.rejectAll(refused.key());
      return page(form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/agreements/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var agreement = inCharge(id, me);
    return agreement.status().allows(AgreementEvent.CHANGE)
        ? page(forms.filled(agreement), Optional.of(agreement), me, HttpStatus.OK)
        : new ModelAndView("redirect:/agreements/" + id);
  }

  @PostMapping("/agreements/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var agreement = inCharge(id, me);
    var draft = forms.read(form, me);
    if (draft.isEmpty()) {
      return page(form, Optional.of(agreement), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      agreements.change(id, draft.get(), form.version(), me);
    } catch (EditedElsewhere | IllegalMove stale) {
      form.rejectAll("form.editedElsewhere");
      return page(form, Optional.of(inCharge(id, me)), me, HttpStatus.CONFLICT);
    } catch (Refused refused) {
      form.rejectAll(refused.key());
      return page(form, Optional.of(agreement), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "agreement.done.saved");
    return new ModelAndView("redirect:/agreements/" + id);
  }

  private Agreement inCharge(long id, SignedIn me) {
    return agreements
        .find(me, id)
        .filter(found -> agreements.runs(me, found))
        .orElseThrow(() -> new NotFound("agreement", id));
  }

  private ModelAndView page(
      Form form, Optional<Agreement> agreement, SignedIn me, HttpStatus status) {
    var project = form.id("project").flatMap(id -> projects.find(me, id));
    var page =
        new ModelAndView("agreement/form")
            .addObject("form", form)
            .addObject("agreement", agreement)
            .addObject("names", names(me))
            .addObject("projects", established(me, project))
            .addObject("items", project.map(projects::items).orElse(List.of()))
            .addObject("parties", rows(form, "party-", "", 2, Party.MOST))
            .addObject("gives", rows(form, "give-", "-title", 1, AgreementDraft.CONTRIBUTIONS))
            .addObject("dues", rows(form, "by-", "-title", 1, AgreementDraft.MILESTONES));
    page.setStatus(status);
    return page;
  }

  /** The rows that hold something, and some to spare. */
  private static int rows(Form form, String before, String after, int least, int most) {
    int filled =
        IntStream.rangeClosed(1, most)
            .filter(i -> !form.typed(before + i + after).isEmpty())
            .max()
            .orElse(0);
    return Math.min(most, Math.max(least, filled) + SPARE);
  }

  private List<String> names(SignedIn me) {
    return organizations.list(me.scope(), Filter.inUse(), Optional.empty(), OFFERED).stream()
        .map(Organization::name)
        .toList();
  }

  private Map<Long, String> established(SignedIn me, Optional<Project> chosen) {
    var offered = new LinkedHashMap<Long, String>();
    chosen.ifPresent(project -> offered.put(project.id(), project.title()));
    projects
        .list(
            me,
            new org.yueyuetan.platform.project.Filter(
                "",
                Optional.of(ProjectStatus.ESTABLISHED),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            OFFERED)
        .forEach((ProjectLine line) -> offered.put(line.id(), line.title()));
    return offered;
  }
}
