package org.yueyuetan.platform.showcase;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.TalkStatus;

/**
 * The cards on the phone: read and marked, by the link of an invitation or by a representative's
 * account.
 */
@Controller
class VisitController {

  private final Visitors visitors;
  private final Cards cards;
  private final Pictures pictures;
  private final Programme programme;
  private final Interests interests;

  VisitController(
      Visitors visitors, Cards cards, Pictures pictures, Programme programme, Interests interests) {
    this.visitors = visitors;
    this.cards = cards;
    this.pictures = pictures;
    this.programme = programme;
    this.interests = interests;
  }

  /** The guest and the addresses under which this guest came in. */
  private record Entry(Visitor visitor, String base, String picturesAt) {}

  // --- by link ---

  @GetMapping("/room/{token}/showcase")
  ModelAndView visit(@PathVariable String token) {
    return page(entry(token), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/room/{token}/showcase/{card}")
  ModelAndView mark(@PathVariable String token, @PathVariable long card, Form form) {
    return mark(entry(token), card, form);
  }

  @GetMapping("/room/{token}/showcase/pictures/{picture}")
  ResponseEntity<Resource> picture(@PathVariable String token, @PathVariable long picture) {
    return pictures
        .content(entry(token).visitor(), picture)
        .map(PictureController::shown)
        .orElseThrow(() -> new NotFound("picture", picture));
  }

  // --- by account ---

  @GetMapping("/talks/{id}/showcase/visit")
  ModelAndView visit(@PathVariable long id, SignedIn me) {
    return page(entry(id, me), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/showcase/visit/{card}")
  ModelAndView mark(@PathVariable long id, @PathVariable long card, Form form, SignedIn me) {
    return mark(entry(id, me), card, form);
  }

  // --- the same for both ---

  private Entry entry(String token) {
    return visitors
        .byToken(token)
        .map(visitor ->
            new Entry(
                visitor, "/room/" + token + "/showcase", "/room/" + token + "/showcase/pictures/"))
        .orElseThrow(() -> new NotFound("room", "link"));
  }

  private Entry entry(long talk, SignedIn me) {
    return visitors
        .byAccount(me, talk)
        .map(visitor ->
            new Entry(
                visitor,
                "/talks/" + talk + "/showcase/visit",
                "/talks/" + talk + "/showcase/pictures/"))
        .orElseThrow(() -> new NotFound("invitation to talk", talk));
  }

  private ModelAndView mark(Entry entry, long card, Form form) {
    var marking = Marking.read(form, card);
    if (form.hasFaults()) {
      return page(entry, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (interests.mark(entry.visitor(), card, marking)) {
      case DONE ->
          new ModelAndView("redirect:%s?marked=%d#card-%d".formatted(entry.base(), card, card));
      case OWN -> refused(entry, card, form, "showcase.fault.own");
      case CLOSED -> refused(entry, card, form, "showcase.fault.closed");
    };
  }

  private ModelAndView refused(Entry entry, long card, Form form, String fault) {
    form.reject("card-" + card, fault);
    return page(entry, form, HttpStatus.CONFLICT);
  }

  private ModelAndView page(Entry entry, Form form, HttpStatus status) {
    var visitor = entry.visitor();
    var shown = cards.shownAt(visitor.talk());
    var page =
        new ModelAndView(
            "showcase/visit",
            Map.of(
                "visitor", visitor,
                "base", entry.base(),
                "picturesAt", entry.picturesAt(),
                "cards", shown,
                "pictures", pictures.of(shown),
                "stage", programme.stage(visitor.talk()),
                "marked", interests.of(visitor),
                "form", form));
    var cancelled = visitor.talkStatus() == TalkStatus.CANCELLED && status == HttpStatus.OK;
    page.setStatus(Optional.of(status).filter(ok -> !cancelled).orElse(HttpStatus.GONE));
    return page;
  }
}
