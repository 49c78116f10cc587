package org.yueyuetan.platform.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
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
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** One project: what it is, what it needs and how far that has come, what is next. */
@Controller
class ProjectController {

  private static final int REASON = 500;
  private static final int TALKS = 24;

  private final Projects projects;
  private final Advances advances;
  private final Partners partners;
  private final Talks talks;
  private final Regions regions;
  private final ObjectProvider<ProjectPart> rooms;

  ProjectController(
      Projects projects,
      Advances advances,
      Partners partners,
      Talks talks,
      Regions regions,
      ObjectProvider<ProjectPart> rooms) {
    this.projects = projects;
    this.advances = advances;
    this.partners = partners;
    this.talks = talks;
    this.regions = regions;
    this.rooms = rooms;
  }

  @GetMapping("/projects/{id}")
  ModelAndView show(@PathVariable long id, Form form, SignedIn me) {
    var project = existing(id, me);
    return page(project, Form.empty(), form.id("item"), me, HttpStatus.OK);
  }

  @GetMapping("/projects/{id}/partners")
  ModelAndView partners(@PathVariable long id, SignedIn me) {
    var project = existing(id, me);
    if (project.status() != ProjectStatus.ESTABLISHED || !concerns(project, me)) {
      return new ModelAndView("redirect:/projects/" + id);
    }
    return new ModelAndView("project/partners")
        .addObject("title", project.title())
        .addObject("back", "/projects/" + id)
        .addObject("ofProject", true)
        .addObject("suggestions", partners.of(project, me))
        .addObject("regions", regions);
  }

  // --- what it needs ---

  @PostMapping("/projects/{id}/items")
  ModelAndView addItem(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = ItemDraft.read(form);
    return item(
        id,
        form,
        Optional.empty(),
        me,
        () -> projects.addItem(id, draft, form.version(), me),
        "project.done.added",
        redirect);
  }

  @PostMapping("/projects/{id}/items/{item}")
  ModelAndView changeItem(
      @PathVariable long id,
      @PathVariable long item,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var draft = ItemDraft.read(form);
    return item(
        id,
        form,
        Optional.of(item),
        me,
        () -> projects.changeItem(id, item, draft, form.version(), me),
        "project.done.saved",
        redirect);
  }

  @PostMapping("/projects/{id}/items/{item}/delete")
  ModelAndView removeItem(
      @PathVariable long id,
      @PathVariable long item,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    return item(
        id,
        form,
        Optional.empty(),
        me,
        () -> projects.removeItem(id, item, form.version(), me),
        "project.done.removed",
        redirect);
  }

  private ModelAndView item(
      long id,
      Form form,
      Optional<Long> item,
      SignedIn me,
      Runnable write,
      String done,
      RedirectAttributes redirect) {
    if (form.hasFaults()) {
      return page(existing(id, me), form, item, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      write.run();
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(existing(id, me), form, item, me, HttpStatus.CONFLICT);
    }
    return done(id, done, redirect);
  }

  // --- moves ---

  @PostMapping("/projects/{id}/submit")
  ModelAndView submit(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return seen(
        id,
        form,
        me,
        version -> projects.submit(id, version, me),
        "project.done.submitted",
        redirect);
  }

  @PostMapping("/projects/{id}/establish")
  ModelAndView establish(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return seen(
        id,
        form,
        me,
        version -> projects.establish(id, form.id("talk"), version, me),
        "project.done.established",
        redirect);
  }

  /** A move; what stands in its way is told on the page of the project as it is now. */
  private ModelAndView seen(
      long id,
      Form form,
      SignedIn me,
      Consumer<Integer> move,
      String done,
      RedirectAttributes redirect) {
    try {
      move.accept(form.version());
    } catch (EditedElsewhere changedMeanwhile) {
      form.rejectAll("project.fault.changed");
      return page(existing(id, me), form, Optional.empty(), me, HttpStatus.CONFLICT);
    } catch (IllegalMove movedMeanwhile) {
      form.rejectAll("project.fault.moved");
      return page(existing(id, me), form, Optional.empty(), me, HttpStatus.CONFLICT);
    } catch (NotReady lacking) {
      lacking.lacking().forEach(form::rejectAll);
      return page(existing(id, me), form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return done(id, done, redirect);
  }

  @PostMapping("/projects/{id}/withdraw")
  ModelAndView withdraw(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return seen(
        id, form, me, version -> projects.withdraw(id, me), "project.done.withdrawn", redirect);
  }

  @PostMapping("/projects/{id}/return")
  ModelAndView giveBack(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return told(
        id,
        form,
        "why",
        me,
        why -> projects.giveBack(id, why, me),
        "project.done.returned",
        redirect);
  }

  @PostMapping("/projects/{id}/decline")
  ModelAndView decline(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return told(
        id,
        form,
        "reason",
        me,
        reason -> projects.decline(id, reason, me),
        "project.done.declined",
        redirect);
  }

  @PostMapping("/projects/{id}/complete")
  ModelAndView complete(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return told(
        id,
        form,
        "result",
        me,
        result -> projects.complete(id, result, me),
        "project.done.completed",
        redirect);
  }

  @PostMapping("/projects/{id}/end")
  ModelAndView end(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return told(
        id,
        form,
        "cause",
        me,
        cause -> projects.end(id, cause, me),
        "project.done.ended",
        redirect);
  }

  /** A move that says why. */
  private ModelAndView told(
      long id,
      Form form,
      String field,
      SignedIn me,
      Consumer<String> move,
      String done,
      RedirectAttributes redirect) {
    var reason = form.required(field, REASON);
    if (form.hasFaults()) {
      return page(existing(id, me), form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return seen(id, form, me, version -> move.accept(reason), done, redirect);
  }

  // --- the page ---

  private ModelAndView page(
      Project project, Form form, Optional<Long> item, SignedIn me, HttpStatus status) {
    var items = projects.items(project);
    var may = projects.permitted(project, me);
    var concerned = concerns(project, me);
    var editing =
        may.edit()
            ? item.flatMap(id -> items.stream().filter(one -> one.id() == id).findFirst())
            : Optional.<Item>empty();
    var model = new LinkedHashMap<String, Object>();
    model.put("project", project);
    model.put("items", items);
    model.put("advances", advances.ofItems(items));
    model.put("editing", editing);
    model.put("form", form);
    model.put("itemForm", itemForm(form, editing));
    model.put("may", may);
    model.put("own", me.organization().filter(o -> o == project.organization()).isPresent());
    model.put("concerned", concerned);
    model.put(
        "lacking",
        concerned && project.status().editable() ? projects.lacking(project) : List.of());
    model.put("origin", projects.origin(project, me));
    model.put("talk", project.talk().flatMap(id -> talks.find(me.scope(), id)));
    model.put("talks", may.may(ProjectEvent.ESTABLISH) ? recentTalks(me) : List.of());
    model.put("history", concerned ? projects.history(project) : List.of());
    model.put(
        "parts", rooms.orderedStream().flatMap(room -> room.of(me, project).stream()).toList());
    model.put("regions", regions);
    var page = new ModelAndView("project/show", model);
    page.setStatus(status);
    return page;
  }

  private static Form itemForm(Form form, Optional<Item> editing) {
    if (!form.typed("itemTitle").isEmpty() || editing.isEmpty()) {
      return form;
    }
    var item = editing.get();
    var typed = new LinkedHashMap<String, Object>();
    typed.put("itemKind", item.kind());
    typed.put("itemTitle", item.title());
    typed.put("itemQuantity", Quantities.typed(item.kind(), item.quantity()));
    typed.put("itemUnit", item.unit());
    if (item.lot() > 1) {
      typed.put("itemLot", Quantities.typed(item.kind(), item.lot()));
    }
    return Form.of(typed);
  }

  /** Talks at which it may have been established. */
  private List<Talk> recentTalks(SignedIn me) {
    return talks.list(me.scope(), Optional.empty(), TALKS).stream()
        .filter(talk -> talk.status().tookPlace())
        .toList();
  }

  /** Whether the person belongs to the organization or to those who oversee it. */
  private static boolean concerns(Project project, SignedIn me) {
    return me.organization().filter(own -> own == project.organization()).isPresent()
        || me.is(Role.ORGANIZER)
        || me.is(Role.AUDITOR);
  }

  private Project existing(long id, SignedIn me) {
    return projects.find(me, id).orElseThrow(() -> new NotFound("project", id));
  }

  private static ModelAndView done(long id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", key);
    return new ModelAndView("redirect:/projects/" + id);
  }
}
