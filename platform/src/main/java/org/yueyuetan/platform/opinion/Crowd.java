package org.yueyuetan.platform.opinion;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.talk.Party;

/**
 * The guests among whom somebody is who states an opinion anonymously. A party of few guests would
 * name them: it is told as one of the others (其他). So is the next smallest, as long as those others
 * are few as well, or "not one of the parties told" would name them again.
 */
@Component
public class Crowd {

  /** Fewer people than this are few. */
  public static final int LEAST = 4;

  private final JdbcClient jdbc;

  Crowd(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The party as others may read it. */
  Party told(Participant guest) {
    return guest.round().anonymous() && untold(guests(guest.talk())).contains(guest.party())
        ? Party.OTHER
        : guest.party();
  }

  /** Parties that are not told, {@link Party#OTHER} never among them. */
  static Set<Party> untold(Map<Party, Integer> guests) {
    var untold = EnumSet.noneOf(Party.class);
    var crowd = guests.getOrDefault(Party.OTHER, 0);
    var smallestFirst =
        guests.entrySet().stream()
            .filter(party -> party.getKey() != Party.OTHER && party.getValue() > 0)
            .sorted(
                Comparator.comparingInt((Map.Entry<Party, Integer> party) -> party.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    for (var party : smallestFirst) {
      if (party.getValue() < LEAST || (crowd > 0 && crowd < LEAST)) {
        untold.add(party.getKey());
        crowd += party.getValue();
      }
    }
    return untold;
  }

  private Map<Party, Integer> guests(long talk) {
    var guests = new EnumMap<Party, Integer>(Party.class);
    jdbc.sql(
            "select party, count(*) as many from invitation where talk_id = :talk and status <> 'LISTED' group by party")
        .param("talk", talk)
        .query(row -> {
          guests.put(Party.valueOf(row.getString("party")), row.getInt("many"));
        });
    return guests;
  }
}
