package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.region.Regions;

/**
 * The page on which staff look for whom to invite, put together the list and send the invitations.
 */
@Controller
class ConveningController {

  private static final int PAGE = 50;

  /** Adding everything that a filter finds must not invite a whole province by mistake. */
  private static final int MOST_AT_ONCE = 500;

  private static final int MOST_REASON = 200;

  private static final List<String> FILTER =
      List.of("q", "kind", "region", "field", "level", "concerned", "neverInvited");
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
  private static final int DAYS_TO_PREPARE = 3;

  private final Talks talks;
  private final Convening convening;
  private final Candidates candidates;
  private final Invitations invitations;
  private final Quorums quorums;
  private final Organizations organizations;
  private final Regions regions;
  private final List<ListKept> rules;
  private final Clock clock;

  ConveningController(
      Talks talks,
      Convening convening,
      Candidates candidates,
      Invitations invitations,
      Quorums quorums,
      Organizations organizations,
      Regions regions,
      List<ListKept> rules,
      Clock clock) {
    this.talks = talks;
    this.convening = convening;
    this.candidates = candidates;
    this.invitations = invitations;
    this.quorums = quorums;
    this.organizations = organizations;
    this.regions = regions;
    this.rules = rules;
    this.clock = clock;
  }

  @GetMapping("/talks/{id}/convening")
  ModelAndView page(@PathVariable long id, Form filter, SignedIn me) {
    var talk = talks.ahead(me, id);
    return page(talk, me, filter, sending(talk), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/convening")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ahead(me, id);
    var ids =
        form.ticked("all")
            ? candidates.ids(me.scope(), talk, ConveneFilter.read(form), MOST_AT_ONCE)
            : form.ids("organization");
    var reason = reason(talk, form, "listReason");
    if (form.hasFaults()) {
      return page(talk, me, form, sending(talk), Form.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var added = convening.list(id, ids, reason, me);
    redirect.addFlashAttribute("done", "talk.done.listed");
    redirect.addFlashAttribute("doneArgs", List.of(added));
    return new ModelAndView("redirect:" + address(id, form));
  }

  @PostMapping("/talks/{id}/guests")
  ModelAndView addGuest(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ahead(me, id);
    var draft = InvitationDraft.read(form);
    var reason = reason(talk, form, "guestReason");
    if (form.hasFaults()) {
      return page(talk, me, Form.empty(), sending(talk), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    convening.add(id, draft, reason, me);
    redirect.addFlashAttribute("done", "talk.done.listed");
    redirect.addFlashAttribute("doneArgs", List.of(1));
    return new ModelAndView("redirect:/talks/" + id + "/convening#list");
  }

  @PostMapping("/talks/{id}/send")
  ModelAndView send(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ahead(me, id);
    var answerBy = answerBy(form, talk);
    if (form.hasFaults()) {
      return page(talk, me, Form.empty(), form, Form.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var sent = convening.send(id, answerBy, me);
    redirect.addFlashAttribute("done", "talk.done.sent");
    redirect.addFlashAttribute("doneArgs", List.of(sent));
    return new ModelAndView("redirect:/talks/" + id + "/invitations");
  }

  @PostMapping("/talks/{id}/remind")
  ModelAndView remind(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    var reminded = convening.remind(id, me);
    redirect.addFlashAttribute("done", "talk.done.reminded");
    redirect.addFlashAttribute("doneArgs", List.of(reminded));
    return new ModelAndView("redirect:/talks/" + id + "/invitations");
  }

  private boolean asksReason(Talk talk) {
    return rules.stream().anyMatch(rule -> rule.asksReason(talk));
  }

  /** Why somebody is called by hand, where that has to be said. */
  private String reason(Talk talk, Form form, String field) {
    return asksReason(talk) ? form.required(field, MOST_REASON) : "";
  }

  private ModelAndView page(
      Talk talk, SignedIn me, Form filter, Form sending, Form guest, HttpStatus status) {
    var wanted = ConveneFilter.read(filter);
    var found =
        candidates.list(
            me.scope(), talk, wanted, Candidates.Key.read(filter.typed("after")), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var listed =
        invitations.of(talk.id()).stream()
            .filter(one -> one.status() == InvitationStatus.LISTED)
            .toList();
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("filter", filter);
    model.put("filtered", wanted.isSet());
    model.put("query", address(talk.id(), filter));
    model.put("candidates", shown);
    model.put("count", candidates.count(me.scope(), talk, wanted));
    model.put("next", found.size() > PAGE ? Candidates.Key.of(shown.getLast()).toString() : "");
    model.put(
        "places",
        shown.stream()
            .map(Candidate::regionCode)
            .distinct()
            .collect(Collectors.toMap(code -> code, regions::path)));
    model.put("counties", regions.counties());
    model.put("listed", listed);
    model.put("unreached", unreached(listed));
    model.put("attendance", talks.attendance(talk.id()));
    model.put("quorum", quorums.check(talk));
    model.put("sending", sending);
    model.put("guest", guest);
    model.put("most", MOST_AT_ONCE);
    model.put("reasoned", asksReason(talk));
    var view = new ModelAndView("talk/convening", model);
    view.setStatus(status);
    return view;
  }

  /** Ids of invitations that no mail and no notice would reach: somebody has to call. */
  private List<Long> unreached(List<Invitation> listed) {
    var ids = listed.stream().flatMap(one -> one.organization().stream()).toList();
    var reached =
        organizations.recipients(ids).stream()
            .filter(to -> to.email().isPresent() || !to.accounts().isEmpty())
            .map(to -> to.organization())
            .collect(Collectors.toSet());
    return listed.stream()
        .filter(one -> one.email().isEmpty())
        .filter(one -> one.organization().filter(reached::contains).isEmpty())
        .map(Invitation::id)
        .toList();
  }

  private Instant answerBy(Form form, Talk talk) {
    var today = LocalDate.now(clock);
    var starts = talk.startsAt().atZone(clock.getZone()).toLocalDate();
    var day = form.need("answerBy", form.date("answerBy"), today);
    if (form.fault("answerBy").isEmpty() && (day.isBefore(today) || day.isAfter(starts))) {
      form.reject("answerBy", "talk.fault.answerBy", today.toString(), starts.toString());
    }
    if (!clock.instant().isBefore(talk.startsAt())) {
      form.rejectAll("talk.fault.begun");
    } else if (talks.attendance(talk.id()).listed() == 0) {
      form.rejectAll("talk.fault.nobodyListed");
    }
    var end = day.atTime(END_OF_DAY).atZone(clock.getZone()).toInstant();
    return end.isAfter(talk.startsAt()) ? talk.startsAt() : end;
  }

  /** The date proposed: the one set before, or some days before the talk. */
  private Form sending(Talk talk) {
    var today = LocalDate.now(clock);
    var proposed =
        talk.answerBy()
            .map(instant -> instant.atZone(clock.getZone()).toLocalDate())
            .orElse(
                talk.startsAt().atZone(clock.getZone()).toLocalDate().minusDays(DAYS_TO_PREPARE));
    return Form.of(Map.of("answerBy", proposed.isBefore(today) ? today : proposed));
  }

  private static String address(long id, Form filter) {
    var address = UriComponentsBuilder.fromPath("/talks/" + id + "/convening");
    FILTER.stream()
        .filter(filter::ticked)
        .forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address
        .encode()
        .buildAndExpand(
            FILTER.stream()
                .filter(filter::ticked)
                .collect(Collectors.toMap(name -> name, filter::typed)))
        .toUriString();
  }
}
