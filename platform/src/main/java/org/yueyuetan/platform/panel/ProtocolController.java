package org.yueyuetan.platform.panel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/**
 * The protocol of a lottery: staff and auditors read it always, everyone once the talk is convened.
 * The steps from the fixed list on are taken here.
 */
@Controller
@ControllerAdvice
class ProtocolController {

  private static final int MOST_TEXT = 120;
  private static final int MOST_REASON = 200;

  private final Sortitions sortitions;
  private final Talks talks;
  private final Wording wording;
  private final Organizations organizations;

  ProtocolController(
      Sortitions sortitions, Talks talks, Wording wording, Organizations organizations) {
    this.sortitions = sortitions;
    this.talks = talks;
    this.wording = wording;
    this.organizations = organizations;
  }

  @GetMapping("/talks/{id}/lottery")
  ModelAndView protocol(@PathVariable long id, Form form, SignedIn me) {
    var talk = readable(id, me);
    if (sortitions.of(talk).isEmpty() && sortitions.abandoned(talk).isEmpty()) {
      throw new NotFound("lottery of talk", id);
    }
    return page(talk, me, Form.empty(), form.ticked("reason"), Optional.empty(), HttpStatus.OK);
  }

  /** Computes it again before the eyes of whoever doubts it. */
  @PostMapping("/talks/{id}/lottery/verify")
  ModelAndView verify(@PathVariable long id, SignedIn me) {
    var talk = readable(id, me);
    var drawn = drawn(talk);
    var form = Form.empty();
    try {
      return page(talk, me, form, false, Optional.of(sortitions.verify(drawn)), HttpStatus.OK);
    } catch (TooIntricate tooLong) {
      form.rejectAll("panel.fault.tooIntricate");
      return again(talk, me, form);
    } catch (BeingChecked busy) {
      form.rejectAll("panel.fault.beingChecked");
      return page(talk, me, form, false, Optional.empty(), HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  @GetMapping("/talks/{id}/lottery/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String file, SignedIn me) {
    var talk = readable(id, me);
    var fixed =
        sortitions
            .of(talk)
            .flatMap(Sortition::fixed)
            .orElseThrow(() -> new NotFound("list of lottery", id));
    var content =
        switch (file) {
          case "pool.csv" -> fixed.snapshot().pool();
          case "quotas.csv" -> fixed.snapshot().quotas();
          case "panels.csv" -> fixed.panels();
          case "chances.csv" -> fixed.chances();
          default -> throw new NotFound("file of lottery", file);
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  // --- steps ---

  @PostMapping("/talks/{id}/lottery/draw")
  ModelAndView draw(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var announced = sortitions.of(talk).map(Sortition::announced).orElse("");
    var publicText = announced.isEmpty() ? "" : form.required("publicText", MOST_TEXT);
    return step(
        talk,
        me,
        form,
        () -> {
          sortitions.draw(id, form.version(), publicText, me);
          return done(id, redirect, "panel.done.drawn");
        });
  }

  @PostMapping("/talks/{id}/lottery/abandon")
  ModelAndView abandon(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var reason = form.required("abandonReason", MOST_REASON);
    return step(
        talk,
        me,
        form,
        () -> {
          sortitions.abandon(id, form.version(), reason, me);
          return done(id, redirect, "panel.done.abandoned");
        });
  }

  @PostMapping("/talks/{id}/lottery/substitutes")
  ModelAndView substitutes(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(
        sortitions.ahead(me, id),
        me,
        form,
        () -> {
          var drawn = sortitions.substitute(id, form.version(), me);
          redirect.addFlashAttribute("doneArgs", List.of(drawn));
          return done(id, redirect, "panel.done.substituted");
        });
  }

  @PostMapping("/talks/{id}/lottery/add")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var name = form.required("addName", MOST_TEXT);
    var reason = form.required("addReason", MOST_REASON);
    var found = organizations.byName(name).filter(Organization::active);
    if (found.isEmpty() && form.fault("addName").isEmpty()) {
      form.reject("addName", "panel.fault.nobodyNamed", name);
    } else if (found.isPresent()
        && sortitions.called(id).stream()
            .anyMatch(each -> each.organization() == found.get().id())) {
      form.reject("addName", "panel.fault.onList");
    }
    return step(
        talk,
        me,
        form,
        () -> {
          try {
            sortitions.add(id, form.version(), found.orElseThrow().id(), reason, me);
          } catch (NotFound outOfScope) {
            form.reject("addName", "panel.fault.nobodyNamed", name);
            return again(talk, me, form);
          }
          return done(id, redirect, "panel.done.added");
        });
  }

  @PostMapping("/talks/{id}/lottery/strike")
  ModelAndView strike(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var organization = form.need("strike", form.id("strike"), 0L);
    var reason = form.required("strikeReason", MOST_REASON);
    return step(
        talk,
        me,
        form,
        () -> {
          sortitions.strike(id, form.version(), organization, reason, me);
          return done(id, redirect, "panel.done.struck");
        });
  }

  /** Takes a step; what stands in its way is told above what was typed. */
  private ModelAndView step(Talk talk, SignedIn me, Form form, Supplier<ModelAndView> taken) {
    if (form.hasFaults()) {
      return again(talk, me, form);
    }
    try {
      return taken.get();
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(talk, me, form, false, Optional.empty(), HttpStatus.CONFLICT);
    } catch (Begun tooLate) {
      form.rejectAll("panel.fault.begun");
    } catch (NoSubstitutes none) {
      if (none.quotas().isEmpty()) {
        form.rejectAll("panel.fault.nobodyLeft");
      } else {
        form.rejectAll("panel.fault.noSubstitutes", String.join("、", none.quotas()));
      }
    } catch (TooIntricate tooLong) {
      form.rejectAll("panel.fault.tooIntricate");
    }
    return again(talk, me, form);
  }

  /** Somebody changed a drawn list elsewhere: here it can be done, with a reason. */
  @ExceptionHandler(ReasonMissing.class)
  String reasonMissing(ReasonMissing missing) {
    return "redirect:/talks/" + missing.talk() + "/lottery?reason=on#by-hand";
  }

  private ModelAndView done(long id, RedirectAttributes redirect, String key) {
    redirect.addFlashAttribute("done", key);
    return new ModelAndView("redirect:/talks/" + id + "/lottery");
  }

  private ModelAndView again(Talk talk, SignedIn me, Form form) {
    return page(talk, me, form, false, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  // --- the page ---

  private ModelAndView page(
      Talk talk,
      SignedIn me,
      Form form,
      boolean reasonMissing,
      Optional<List<Check>> checks,
      HttpStatus status) {
    var stored = sortitions.of(talk);
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("sortition", stored.filter(each -> each.status() != SortitionStatus.PREPARING));
    model.put("abandoned", sortitions.abandoned(talk));
    model.put("form", form);
    model.put("reasonMissing", reasonMissing);
    model.put("checks", checks);
    model.put("districts", wording.districtNames());
    model.put("mayRun", talks.mayRun(me, talk) && sortitions.maySubstitute(talk));
    model.put("guests", sortitions.guests(talk.id()));
    var chances = stored.flatMap(Sortition::fixed).map(ProtocolController::chances);
    model.put("histogram", chances.map(ProtocolController::histogram));
    model.put(
        "groups",
        stored
            .flatMap(Sortition::fixed)
            .map(fixed -> Preview.groups(keyed(chances.orElseThrow()), fixed.snapshot().names()))
            .orElse(List.of()));
    model.put("own", me.organization().flatMap(own -> chances.map(each -> each.get(own))));
    model.put("seats", stored.map(each -> seats(each, chances)).orElse(List.of()));
    model.put("changes", stored.map(this::changes).orElse(List.of()));
    model.put("listed", listed(stored));
    model.put(
        "missing",
        stored
            .filter(each -> each.opened().isPresent())
            .map(each -> sortitions.missing(each).size())
            .orElse(0));
    var view = new ModelAndView("panel/protocol", model);
    view.setStatus(status);
    return view;
  }

  private Talk readable(long id, SignedIn me) {
    return talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
  }

  private Sortition drawn(Talk talk) {
    return sortitions
        .of(talk)
        .filter(each -> each.status() == SortitionStatus.DRAWN)
        .orElseThrow(() -> new NotFound("draw of talk", talk.id()));
  }

  private static Map<Long, Double> chances(Sortition.Fixed fixed) {
    var chances = new LinkedHashMap<Long, Double>();
    Snapshot.read(fixed.chances())
        .rows()
        .forEach(row -> chances.put(Long.valueOf(row.cell(0)), Double.valueOf(row.cell(2))));
    return chances;
  }

  private static Histogram histogram(Map<Long, Double> chances) {
    return Histogram.of(chances.values().stream().filter(chance -> chance < 1).toList());
  }

  private static Map<String, Double> keyed(Map<Long, Double> chances) {
    var keyed = new HashMap<String, Double>();
    chances.forEach((id, chance) -> keyed.put(String.valueOf(id), chance));
    return keyed;
  }

  /** Everybody who was ever drawn, by round. */
  private List<Seat> seats(Sortition sortition, Optional<Map<Long, Double>> chances) {
    if (sortition.opened().isEmpty()) {
      return List.of();
    }
    var opened = sortition.opened().get();
    var names = sortition.fixed().orElseThrow().snapshot().names();
    var current = opened.last().seated();
    var seats = new LinkedHashMap<Long, Seat>();
    for (var round : opened.rounds()) {
      for (var id : round.seated()) {
        seats.putIfAbsent(
            id,
            new Seat(
                id,
                names.getOrDefault(id, ""),
                round.number(),
                !current.contains(id),
                chances.orElseThrow().getOrDefault(id, 0.)));
      }
    }
    return List.copyOf(seats.values());
  }

  private List<ByHand> changes(Sortition sortition) {
    var changes = sortitions.changes(sortition);
    var names = organizations.names(changes.stream().map(Sortition.Change::organization).toList());
    return changes.stream()
        .map(each -> new ByHand(each, names.getOrDefault(each.organization(), "")))
        .toList();
  }

  /** Who can be struck: organizations on the talk's list. */
  private Map<Long, String> listed(Optional<Sortition> stored) {
    if (stored.filter(each -> each.status() == SortitionStatus.DRAWN).isEmpty()) {
      return Map.of();
    }
    var ids =
        new ArrayList<>(
            sortitions.called(stored.get().talk()).stream()
                .map(Sortitions.Called::organization)
                .toList());
    var names = organizations.names(ids);
    var listed = new LinkedHashMap<Long, String>();
    ids.stream().sorted().forEach(id -> listed.put(id, names.getOrDefault(id, "")));
    return listed;
  }
}
