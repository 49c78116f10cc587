package org.yueyuetan.platform.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.talk.AgendaItem;
import org.yueyuetan.platform.talk.CommitmentStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.theme.Theme;

/**
 * The brief (简报) of a talk: what is said about it in public. It holds only what is public, or about
 * to be, and no personal data.
 *
 * @param date of the brief: when the talk was held
 * @param needs that the theme came from, as far as they are public
 * @param otherNeeds how many more there were
 * @param units that were present, by name
 * @param opinions those that most guests agreed with, that one first
 * @param allOpinions how many there are
 * @param replied how many of the opinions a department has answered
 * @param answered needs with the answer they were given
 */
public record Brief(
    String bureau,
    Talk talk,
    LocalDate date,
    Optional<Theme> theme,
    List<Need> needs,
    int otherNeeds,
    List<Presence> presence,
    List<String> units,
    List<AgendaItem> agenda,
    List<Voice> opinions,
    int allOpinions,
    int replied,
    String conclusion,
    List<Promise> commitments,
    List<Need> answered) {

  /** A need; {@code answer} is empty while there is none. */
  public record Need(long id, String title, String unit, String answer) {}

  /** How many units of a party were invited, and how many came. */
  public record Presence(Party party, int invited, int present) {}

  /** An opinion; {@code unit} is empty when the speaker does not want to be named. */
  public record Voice(long id, String unit, Party party, String text) {}

  /** A commitment; {@code overdue} as of the day it is read. */
  public record Promise(
      long id, String who, String what, LocalDate due, CommitmentStatus status, boolean overdue) {}

  /** The date as it stands in the masthead. */
  public String day(Locale language) {
    var chinese = language.getLanguage().equals("zh");
    return DateTimeFormatter.ofPattern(chinese ? "uuuu年M月d日" : "d MMMM uuuu", language)
        .format(date);
  }

  public int otherOpinions() {
    return allOpinions - opinions.size();
  }

  public int invited() {
    return presence.stream().mapToInt(Presence::invited).sum();
  }

  public int present() {
    return presence.stream().mapToInt(Presence::present).sum();
  }

  public long kept() {
    return commitments.stream()
        .filter(promise -> promise.status() == CommitmentStatus.KEPT)
        .count();
  }
}
