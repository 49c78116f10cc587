package org.yueyuetan.platform.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Mask;

/**
 * The invitations of a talk: who was called, what they said, and what staff write down for them.
 */
@Controller
class InvitationController {

  private final Talks talks;
  private final Invitations invitations;
  private final Convening convening;
  private final Answers answers;
  private final Seats seats;
  private final Quorums quorums;
  private final Calls calls;
  private final List<GuestWork> works;
  private final Settings settings;
  private final Audit audit;
  private final MessageSource words;
  private final Clock clock;

  InvitationController(
      Talks talks,
      Invitations invitations,
      Convening convening,
      Answers answers,
      Seats seats,
      Quorums quorums,
      Calls calls,
      List<GuestWork> works,
      Settings settings,
      Audit audit,
      MessageSource words,
      Clock clock) {
    this.talks = talks;
    this.invitations = invitations;
    this.convening = convening;
    this.answers = answers;
    this.seats = seats;
    this.quorums = quorums;
    this.calls = calls;
    this.works = List.copyOf(works);
    this.settings = settings;
    this.audit = audit;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/talks/{id}/invitations")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me) {
    var talk = readable(id, me);
    var status = form.choice("status", InvitationStatus.class);
    var party = form.choice("party", Party.class);
    var all = invitations.of(id);
    var line = invitations.waiting(id).stream().map(Invitation::id).toList();
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("form", form);
    model.put(
        "invitations",
        all.stream()
            .filter(one -> status.isEmpty() || status.get() == one.status())
            .filter(one -> party.isEmpty() || party.get() == one.party())
            .toList());
    model.put("line", line);
    model.put("attendance", talks.attendance(id));
    model.put("quorum", quorums.check(talk));
    model.put("takesAnswers", talk.takesAnswers(clock.instant()));
    return new ModelAndView("talk/invitations", model);
  }

  @GetMapping("/talks/{id}/invitations/{invitation}")
  ModelAndView show(@PathVariable long id, @PathVariable long invitation, SignedIn me) {
    return page(readable(id, me), invitation, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/invitations/{invitation}/answer")
  ModelAndView answer(
      @PathVariable long id,
      @PathVariable long invitation,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var talk = talks.inCharge(me, id);
    var answer = Answer.read(form);
    if (form.hasFaults()) {
      return page(talk, invitation, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    answers.onBehalf(id, invitation, answer, me);
    redirect.addFlashAttribute("done", "talk.done.answered");
    return new ModelAndView("redirect:/talks/" + id + "/invitations/" + invitation);
  }

  @PostMapping("/talks/{id}/invitations/{invitation}/party")
  ModelAndView seat(
      @PathVariable long id,
      @PathVariable long invitation,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var talk = talks.inCharge(me, id);
    var party = form.need("party", form.choice("party", Party.class), Party.OTHER);
    if (form.hasFaults()) {
      return page(talk, invitation, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    convening.seat(id, invitation, party, me);
    redirect.addFlashAttribute("done", "talk.done.seated");
    return new ModelAndView(
        form.typed("from").equals("convening")
            ? "redirect:/talks/" + id + "/convening#list"
            : "redirect:/talks/" + id + "/invitations/" + invitation);
  }

  @PostMapping("/talks/{id}/invitations/{invitation}/remove")
  ModelAndView remove(
      @PathVariable long id,
      @PathVariable long invitation,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    convening.remove(id, invitation, me);
    redirect.addFlashAttribute("done", "talk.done.removed");
    return new ModelAndView(
        form.typed("from").equals("convening")
            ? "redirect:/talks/" + id + "/convening#list"
            : "redirect:/talks/" + id + "/invitations");
  }

  @GetMapping("/talks/{id}/attendance.xlsx")
  ResponseEntity<byte[]> attendance(@PathVariable long id, SignedIn me, Locale locale)
      throws IOException {
    var talk = readable(id, me);
    audit.opened("attendance", id);
    var called =
        invitations.of(id).stream().filter(one -> one.status() != InvitationStatus.LISTED).toList();
    var out = new ByteArrayOutputStream();
    Sheets.write(
        out,
        Sheet.of(
            t("talk.attendance.sheet", locale),
            List.of(
                new Sheet.Column(t("talk.attendance.number", locale), 6),
                new Sheet.Column(t("talk.invitation.unit", locale), 36),
                new Sheet.Column(t("talk.invitation.party", locale), 14),
                new Sheet.Column(t("talk.invitation.status", locale), 12),
                new Sheet.Column(t("talk.invitation.person", locale), 14),
                new Sheet.Column(t("talk.invitation.phone", locale), 16),
                new Sheet.Column(t("talk.invitation.answered", locale), 18),
                new Sheet.Column(t("talk.invitation.checkedIn", locale), 18)),
            IntStream.range(0, called.size()).mapToObj(n -> row(n + 1, called.get(n), locale))));
    var name = "%s-%s.xlsx".formatted(talk.month(), t("talk.attendance.sheet", locale));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(Sheets.XLSX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out.toByteArray());
  }

  private List<?> row(int number, Invitation one, Locale locale) {
    return List.of(
        number,
        one.unit(),
        t("talk.party." + one.party(), locale),
        t("talk.invitationStatus." + one.status(), locale),
        one.person(),
        Mask.phone(one.attendeePhone().isEmpty() ? one.phone() : one.attendeePhone()),
        local(one.answeredAt()),
        local(one.checkedInAt()));
  }

  private Optional<LocalDateTime> local(Optional<Instant> instant) {
    return instant.map(at -> LocalDateTime.ofInstant(at, clock.getZone()));
  }

  /** Shows phone, mail and code, so that somebody can call: the opening is on record. */
  private ModelAndView page(Talk talk, long id, Form form, HttpStatus status) {
    var invitation =
        invitations.find(talk.id(), id).orElseThrow(() -> new NotFound("invitation", id));
    audit.opened("invitation", id);
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("invitation", invitation);
    model.put("position", seats.position(invitation));
    model.put(
        "link",
        settings.get(Setting.PUBLIC_ADDRESS).replaceAll("/+$", "") + calls.link(invitation));
    model.put("lost", works.stream().flatMap(work -> work.lost(invitation).stream()).toList());
    model.put("takesAnswers", talk.takesAnswers(clock.instant()));
    model.put("form", form);
    var view = new ModelAndView("talk/invitation", model);
    view.setStatus(status);
    return view;
  }

  private Talk readable(long id, SignedIn me) {
    return talks
        .find(me.scope(), id)
        .filter(talk -> talks.mayReadAll(me, talk))
        .orElseThrow(() -> new NotFound("talk", id));
  }

  private String t(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }
}
