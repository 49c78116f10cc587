package org.yueyuetan.platform.consensus;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** The map of a talk (共识图), and its data. */
@Controller
class MapController {

  private final Readers readers;
  private final Conversations conversations;

  MapController(Readers readers, Conversations conversations) {
    this.readers = readers;
    this.conversations = conversations;
  }

  @GetMapping("/talks/{id}/map")
  ModelAndView ofTalk(@PathVariable long id, Form form, SignedIn me) {
    return page(reader(id, me), form, "/talks/" + id);
  }

  /** For guests without an account. */
  @GetMapping("/room/{token}/map")
  ModelAndView ofGuest(@PathVariable String token, Form form) {
    return page(readers.byLink(token), form, "/room/" + token);
  }

  @GetMapping("/talks/{id}/map/" + VoteFiles.VOTES)
  void votes(@PathVariable long id, SignedIn me, HttpServletResponse response) throws IOException {
    var files = files(id, me);
    attach(response, VoteFiles.VOTES);
    files.writeVotes(response.getOutputStream());
  }

  @GetMapping("/talks/{id}/map/" + VoteFiles.COMMENTS)
  void comments(@PathVariable long id, SignedIn me, HttpServletResponse response)
      throws IOException {
    var files = files(id, me);
    attach(response, VoteFiles.COMMENTS);
    files.writeComments(response.getOutputStream());
  }

  private Reader reader(long id, SignedIn me) {
    return readers.of(me, readers.talk(me, id)).orElseThrow(() -> new NotFound("map of talk", id));
  }

  /** {@code back} is the page that the reader came from; the map stands below it. */
  private ModelAndView page(Reader reader, Form form, String back) {
    var talk = reader.talk();
    var conversation = conversations.of(talk.id());
    var findings = Findings.of(conversation, reader.discretion(conversation));
    var chosen = form.id("opinion").flatMap(findings::line);
    var told = chosen.filter(Findings.Line::hasSides).map(line -> line.opinion().id());
    var model = new HashMap<String, Object>();
    model.put("talk", talk);
    model.put("address", back + "/map");
    model.put("back", back);
    model.put("staff", reader.staff());
    model.put("anonymous", conversation.anonymous());
    model.put("findings", findings);
    model.put("listing", Listing.of(findings, form));
    model.put("chosen", chosen);
    model.put(
        "plot",
        conversations
            .picture(talk.id(), conversation, findings)
            .map(picture -> Plot.of(picture, conversation.voices(), told, reader.guest())));
    model.put(
        "own", reader.guest().flatMap(conversation::voice).map(voice -> voice.votes().size()));
    model.put("why", Why.of(conversation.map().explanation()));
    model.put(
        "leftOut",
        Optional.of(conversation)
            .filter(all -> reader.mayHaveData())
            .flatMap(all -> VoteFiles.of(all, findings))
            .map(VoteFiles::leftOut));
    model.put("mayHaveData", reader.mayHaveData());
    return new ModelAndView("consensus/map", model);
  }

  private VoteFiles files(long id, SignedIn me) {
    var reader = reader(id, me);
    var conversation = conversations.of(id);
    return Optional.of(Findings.of(conversation, reader.discretion(conversation)))
        .filter(findings -> reader.mayHaveData())
        .flatMap(findings -> VoteFiles.of(conversation, findings))
        .orElseThrow(() -> new NotFound("votes of talk", id));
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }
}
