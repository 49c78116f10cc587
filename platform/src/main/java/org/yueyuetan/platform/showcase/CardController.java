package org.yueyuetan.platform.showcase;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Contact;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** A card as its organization and staff see it: its words, its pictures, and who is interested. */
@Controller
class CardController {

  private static final int CAPTION = 60;

  private final Talks talks;
  private final Cards cards;
  private final Pictures pictures;
  private final Programme programme;
  private final Visitors visitors;
  private final Interests interests;

  CardController(
      Talks talks,
      Cards cards,
      Pictures pictures,
      Programme programme,
      Visitors visitors,
      Interests interests) {
    this.talks = talks;
    this.cards = cards;
    this.pictures = pictures;
    this.programme = programme;
    this.visitors = visitors;
    this.interests = interests;
  }

  /** A representative's way to their own card, or to hanging one up. */
  @GetMapping("/talks/{id}/showcase/mine")
  ModelAndView mine(@PathVariable long id, SignedIn me) {
    var visitor = visitor(me, id);
    return visitor
        .organization()
        .flatMap(organization -> cards.ofOrganization(id, organization))
        .map(card -> to(card.talk(), card.id()))
        .orElseGet(() -> new ModelAndView("showcase/mine", Map.of("visitor", visitor)));
  }

  @PostMapping("/talks/{id}/showcase/mine")
  ModelAndView offer(@PathVariable long id, SignedIn me) {
    return new ModelAndView(
        "redirect:/talks/%d/showcase/%d/edit".formatted(id, programme.offer(visitor(me, id))));
  }

  @GetMapping("/talks/{id}/showcase/{card}")
  ModelAndView show(@PathVariable long id, @PathVariable long card, SignedIn me) {
    return show(me, cards.open(me, id, card), Map.of());
  }

  /** Opens whom to reach at a unit that agreed to it. */
  @PostMapping("/talks/{id}/showcase/{card}/contact")
  ModelAndView contact(@PathVariable long id, @PathVariable long card, Form form, SignedIn me) {
    var guest = form.id("guest").orElseThrow(() -> new NotFound("guest", card));
    var found = cards.open(me, id, card);
    return show(me, found, Map.of(guest, interests.reveal(me, found, guest)));
  }

  @GetMapping("/talks/{id}/showcase/{card}/edit")
  ModelAndView edit(@PathVariable long id, @PathVariable long card, SignedIn me) {
    var found = editable(me, id, card);
    return editPage(found, CardDraft.form(found), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/showcase/{card}/edit")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long card,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var found = editable(me, id, card);
    var draft = CardDraft.read(form);
    if (form.hasFaults()) {
      return editPage(found, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      cards.change(me, id, card, form.version(), draft);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return editPage(editable(me, id, card), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "showcase.done.changed");
    return to(id, card);
  }

  @PostMapping("/talks/{id}/showcase/{card}/pictures")
  ModelAndView addPicture(
      @PathVariable long id,
      @PathVariable long card,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    var found = editable(me, id, card);
    var caption = form.text("caption", CAPTION);
    if (file == null || file.isEmpty()) {
      form.reject("file", "form.required");
    } else if (!form.hasFaults()) {
      try {
        var upload = Upload.photo(name(file), file.getBytes());
        if (pictures.add(me, id, card, upload, caption, form.ticked("shown"))) {
          redirect.addFlashAttribute("done", "showcase.done.picture");
          return new ModelAndView(
              "redirect:/talks/%d/showcase/%d/edit#pictures".formatted(id, card));
        }
        form.reject("file", "showcase.fault.pictures", String.valueOf(Pictures.MOST));
      } catch (UnreadableFile refused) {
        form.reject("file", refused.key(), refused.args().toArray(String[]::new));
      }
    }
    return editPage(found, withWordsOf(found, form), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/showcase/{card}/pictures/{picture}/delete")
  ModelAndView removePicture(
      @PathVariable long id,
      @PathVariable long card,
      @PathVariable long picture,
      SignedIn me,
      RedirectAttributes redirect) {
    pictures.remove(me, id, card, picture);
    redirect.addFlashAttribute("done", "showcase.done.pictureRemoved");
    return new ModelAndView("redirect:/talks/%d/showcase/%d/edit#pictures".formatted(id, card));
  }

  private ModelAndView show(SignedIn me, Card card, Map<Long, Contact> opened) {
    return new ModelAndView("showcase/card")
        .addObject("talk", talk(me, card.talk()))
        .addObject("card", card)
        .addObject("pictures", pictures.of(List.of(card)).getOrDefault(card.id(), List.of()))
        .addObject("interested", interests.on(me, card))
        .addObject("opened", opened)
        .addObject("own", cards.owns(me, card))
        .addObject("mayEdit", cards.mayEdit(me, card));
  }

  private ModelAndView editPage(Card card, Form form, HttpStatus status) {
    var page =
        new ModelAndView("showcase/edit")
            .addObject("card", card)
            .addObject("pictures", pictures.of(List.of(card)).getOrDefault(card.id(), List.of()))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  /** The page holds two forms: beside the faults of a picture stand the card's stored words. */
  private static Form withWordsOf(Card card, Form form) {
    var both = Form.of(words(card, form));
    form.faults()
        .forEach(
            fault -> both.reject(fault.field(), fault.key(), fault.args().toArray(String[]::new)));
    return both;
  }

  private static Map<String, String> words(Card card, Form form) {
    return Map.of(
        "who", card.who(),
        "gives", card.gives(),
        "wants", card.wants(),
        "published", card.published() ? "on" : "",
        "caption", form.typed("caption"),
        "shown", form.typed("shown"));
  }

  private Card editable(SignedIn me, long id, long card) {
    var found = cards.open(me, id, card);
    if (!cards.mayEdit(me, found)) {
      throw new NotFound("card that may change", card);
    }
    return found;
  }

  private Visitor visitor(SignedIn me, long talk) {
    return visitors.byAccount(me, talk).orElseThrow(() -> new NotFound("invitation to talk", talk));
  }

  private Talk talk(SignedIn me, long id) {
    return talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
  }

  private static String name(MultipartFile file) {
    return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
  }

  private static ModelAndView to(long talk, long card) {
    return new ModelAndView("redirect:/talks/%d/showcase/%d".formatted(talk, card));
  }
}
