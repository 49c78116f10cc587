package org.yueyuetan.platform.consensus;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.opinion.Opinion;

/**
 * The votes as two tables that {@code ./yueyuetan map} reads, so that anybody can draw the map
 * again. Participants are numbered in the order of their votes: neither the list of guests nor the
 * order of arrival can be read off the numbers.
 *
 * @param kept opinions whose votes are in the table; the others are marked as left out
 */
record VoteFiles(Conversation conversation, List<Opinion> kept) {

  static final String VOTES = "participants-votes.csv";
  static final String COMMENTS = "comments.csv";

  /** Nothing for those who could read off it what the page keeps back. */
  static Optional<VoteFiles> of(Conversation conversation, Findings findings) {
    var discretion = findings.discretion();
    if (discretion == Discretion.STRICT && (!findings.hasMap() || findings.apart() > 0)) {
      return Optional.empty();
    }
    var betraying = Speakers.betrayedBy(conversation.opinions(), conversation.voices(), discretion);
    var counts = Counts.byOpinion(conversation.voices());
    return Optional.of(
        new VoteFiles(
            conversation,
            findings.all().stream()
                .filter(line -> line.hasSides() || line.all().isEmpty() || !findings.hasMap())
                .map(Findings.Line::opinion)
                .filter(opinion -> !betraying.contains(opinion.id()))
                .filter(opinion ->
                    discretion.shows(counts.getOrDefault(opinion.id(), Counts.NONE).seen()))
                .toList()));
  }

  /** Opinions left out because too few voted on them, or because they would give somebody away. */
  int leftOut() {
    return conversation.opinions().size() - kept.size();
  }

  void writeVotes(OutputStream out) throws IOException {
    var header = new ArrayList<>(List.of("participant", "n-votes", "n-agree", "n-disagree"));
    kept.forEach(opinion -> header.add(String.valueOf(opinion.id())));
    var votes =
        conversation.voices().stream()
            .map(this::signs)
            .filter(signs -> signs.stream().anyMatch(sign -> !sign.isEmpty()))
            .sorted(Comparator.comparing(signs -> String.join(",", signs)))
            .toList();
    var rows = new ArrayList<List<String>>();
    for (var signs : votes) {
      var row =
          new ArrayList<>(
              List.of(
                  String.valueOf(rows.size()),
                  String.valueOf(signs.stream().filter(sign -> !sign.isEmpty()).count()),
                  String.valueOf(Collections.frequency(signs, "1")),
                  String.valueOf(Collections.frequency(signs, "-1"))));
      row.addAll(signs);
      rows.add(row);
    }
    Sheets.writeCsv(out, header, rows);
  }

  void writeComments(OutputStream out) throws IOException {
    var counts = Counts.byOpinion(conversation.voices());
    Sheets.writeCsv(
        out,
        List.of("comment-id", "agrees", "disagrees", "passes", "moderated", "comment-body"),
        conversation.opinions().stream()
            .map(opinion -> comment(opinion, counts.getOrDefault(opinion.id(), Counts.NONE)))
            .toList());
  }

  private List<String> comment(Opinion opinion, Counts counts) {
    var in = kept.contains(opinion);
    return List.of(
        String.valueOf(opinion.id()),
        in ? String.valueOf(counts.agree()) : "",
        in ? String.valueOf(counts.disagree()) : "",
        in ? String.valueOf(counts.pass()) : "",
        in ? "1" : "-1",
        opinion.text());
  }

  private List<String> signs(Voice voice) {
    return kept.stream()
        .map(opinion ->
            Optional.ofNullable(voice.votes().get(opinion.id()))
                .map(Vote::sign)
                .map(String::valueOf)
                .orElse(""))
        .toList();
  }
}
