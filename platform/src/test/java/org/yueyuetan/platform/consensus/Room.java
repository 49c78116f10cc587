package org.yueyuetan.platform.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.engine.map.VotesBuilder;
import org.yueyuetan.platform.opinion.Opinion;
import org.yueyuetan.platform.opinion.OpinionStatus;
import org.yueyuetan.platform.talk.Party;

/**
 * A room full of people who voted: camps that take different sides, the first two on every opinion
 * but the first two, which everybody agrees with, and the third, which nobody does.
 */
record Room(int opinions, Map<Long, Map<Long, Vote>> votes, Map<Long, Long> speakers) {

  Room(int opinions, Map<Long, Map<Long, Vote>> votes) {
    this(opinions, votes, Map.of());
  }

  /** {@code sizes} of the camps; one member in ten strays on each opinion, drawn by the seed. */
  static Room of(int opinions, long seed, int... sizes) {
    var random = new Random(seed);
    var votes = new LinkedHashMap<Long, Map<Long, Vote>>();
    for (int camp = 0; camp < sizes.length; camp++) {
      for (int member = 0; member < sizes[camp]; member++) {
        var said = new LinkedHashMap<Long, Vote>();
        for (long opinion = 1; opinion <= opinions; opinion++) {
          var strays = opinion > 3 && random.nextInt(10) == 0;
          said.put(opinion, strays ? Vote.PASS : side(camp, opinion));
        }
        votes.put(1_000L + votes.size(), said);
      }
    }
    return new Room(opinions, votes);
  }

  private static Vote side(int camp, long opinion) {
    if (opinion <= 2) {
      return Vote.AGREE;
    }
    if (opinion == 3) {
      return Vote.DISAGREE;
    }
    var agrees =
        switch (camp) {
          case 0 -> opinion % 2 == 0;
          case 1 -> opinion % 2 == 1;
          default -> opinion / 2 % 2 == 0;
        };
    return agrees ? Vote.AGREE : Vote.DISAGREE;
  }

  Room with(long guest, long opinion, Vote vote) {
    var more = new LinkedHashMap<Long, Map<Long, Vote>>();
    votes.forEach((who, said) -> more.put(who, new LinkedHashMap<>(said)));
    more.computeIfAbsent(guest, none -> new LinkedHashMap<>()).put(opinion, vote);
    return new Room(Math.max(opinions, (int) opinion), more, speakers);
  }

  /** A guest said these opinions by name, and agrees with them. */
  Room saidBy(long guest, long... said) {
    var room = this;
    var named = new LinkedHashMap<>(speakers);
    for (var opinion : said) {
      room = room.with(guest, opinion, Vote.AGREE);
      named.put(opinion, guest);
    }
    return new Room(room.opinions, room.votes, named);
  }

  Conversation conversation() {
    var builder =
        new VotesBuilder(
            LongStream.rangeClosed(1, opinions).mapToObj(String::valueOf).toList(), Set.of());
    votes.forEach((guest, said) -> {
      builder.participant(String.valueOf(guest));
      said.forEach((opinion, vote) -> builder.vote(String.valueOf(opinion), vote));
    });
    var map = OpinionMap.of(builder.build());
    var voices = new ArrayList<Voice>();
    map.places()
        .forEach(place -> {
          long guest = Long.parseLong(place.participant());
          voices.add(
              new Voice(
                  guest, place.x(), place.y(), place.group(), votes.getOrDefault(guest, Map.of())));
        });
    return new Conversation(
        map,
        LongStream.rangeClosed(1, opinions).mapToObj(this::opinion).toList(),
        List.copyOf(voices),
        false,
        1);
  }

  private Opinion opinion(long id) {
    return new Opinion(
        id,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(speakers.get(id)),
        "",
        Party.OTHER,
        "第 " + id + " 条意见",
        speakers.containsKey(id),
        OpinionStatus.ACCEPTED,
        Optional.empty(),
        "",
        Opinion.Origin.PHONE,
        Instant.EPOCH,
        0);
  }
}
