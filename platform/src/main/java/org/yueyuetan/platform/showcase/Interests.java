package org.yueyuetan.platform.showcase;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Contact;

/** Wishes of guests: marked on a card, taken back, read by the card's organization. */
@Component
public class Interests {

  /** What became of a marking. */
  public enum Outcome {
    DONE,
    /** The card is the guest's own. */
    OWN,
    /** The talk is over. */
    CLOSED
  }

  /** How many marked each wish on a card. */
  public record Count(int cooperate, int learn) {

    static final Count NONE = new Count(0, 0);

    public int all() {
      return cooperate + learn;
    }
  }

  private static final String ON_A_CARD =
      """
      select i.id, i.unit, n.wish, n.word, n.at, n.reachable, i.email,
             coalesce(nullif(i.attendee, ''), i.contact) as person,
             coalesce(nullif(i.attendee_phone, ''), i.phone) as phone,
             exists (select from showcase_interest b
                     join showcase_card theirs on theirs.id = b.card_id
                     join invitation ours on ours.id = b.invitation_id
                     where theirs.talk_id = c.talk_id and theirs.organization_id = i.organization_id
                       and ours.organization_id = c.organization_id) as mutual
      from showcase_interest n
      join showcase_card c on c.id = n.card_id
      join invitation i on i.id = n.invitation_id
      where n.card_id = :card
      order by mutual desc, n.wish, n.at, i.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cards cards;
  private final Audit audit;

  Interests(JdbcClient jdbc, Clock clock, Cards cards, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cards = cards;
    this.audit = audit;
  }

  /** Wishes between guests of a talk, for whoever plans on them: staff of its region. */
  public List<Interest> between(Scope scope, long talk) {
    return jdbc.sql(
            """
            select n.invitation_id as "from", theirs.id as "to", n.wish, n.word
            from showcase_interest n
            join showcase_card c on c.id = n.card_id
            join talk t on t.id = c.talk_id
            join invitation theirs on theirs.talk_id = c.talk_id and theirs.organization_id = c.organization_id
            where c.talk_id = :talk and t.region_code like :scopeRegion
            order by n.invitation_id, theirs.id
            """)
        .params(scope.parameters())
        .param("talk", talk)
        .query(Interest.class)
        .list();
  }

  /** By card; cards that nobody marked are missing. */
  Map<Long, Count> counts(long talk) {
    var counts = new HashMap<Long, Count>();
    jdbc.sql(
            """
            select n.card_id, count(*) filter (where n.wish = 'COOPERATE') as cooperate,
                   count(*) filter (where n.wish = 'LEARN') as learn
            from showcase_interest n join showcase_card c on c.id = n.card_id
            where c.talk_id = :talk group by n.card_id
            """)
        .param("talk", talk)
        .query(row -> {
          counts.put(
              row.getLong("card_id"), new Count(row.getInt("cooperate"), row.getInt("learn")));
        });
    return counts;
  }

  /** What a guest marked, by card. */
  Map<Long, Marking> of(Visitor visitor) {
    var marked = new HashMap<Long, Marking>();
    jdbc.sql(
            "select card_id, wish, word, reachable from showcase_interest where invitation_id = :guest")
        .param("guest", visitor.invitation())
        .query(row -> {
          marked.put(
              row.getLong("card_id"),
              new Marking(
                  Optional.of(Wish.valueOf(row.getString("wish"))),
                  row.getString("word"),
                  row.getBoolean("reachable")));
        });
    return marked;
  }

  /** Who marked a wish on a card that the person may open, mutual ones first, contacts masked. */
  List<Interested> on(SignedIn me, Card card) {
    cards.open(me, card.talk(), card.id());
    return jdbc.sql(ON_A_CARD)
        .param("card", card.id())
        .query((row, n) ->
            new Interested(
                row.getLong("id"),
                row.getString("unit"),
                Wish.valueOf(row.getString("wish")),
                row.getString("word"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("mutual"),
                row.getBoolean("reachable")
                    ? Optional.of(
                        new Contact(
                                row.getString("person"),
                                "",
                                row.getString("phone"),
                                row.getString("email"))
                            .masked())
                    : Optional.empty()))
        .list();
  }

  /**
   * Whom to reach at a unit that agreed to it, in full: for the card's own organization only, and
   * on record.
   */
  Contact reveal(SignedIn me, Card card, long invitation) {
    if (!cards.owns(me, card)) {
      throw new NotFound("contact of invitation", invitation);
    }
    var contact =
        jdbc.sql(
                """
                select coalesce(nullif(i.attendee, ''), i.contact) as name, '' as post,
                       coalesce(nullif(i.attendee_phone, ''), i.phone) as phone, i.email
                from showcase_interest n join invitation i on i.id = n.invitation_id
                where n.card_id = :card and n.invitation_id = :guest and n.reachable
                """)
            .param("card", card.id())
            .param("guest", invitation)
            .query(Contact.class)
            .optional()
            .orElseThrow(() -> new NotFound("contact of invitation", invitation));
    audit.opened("invitation", invitation);
    return contact;
  }

  /** Marks a wish, changes it or takes it back. Doing the same twice does no harm. */
  @Transactional
  public Outcome mark(Visitor visitor, long id, Marking marking) {
    var card =
        cards.shownAt(visitor.talk()).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFound("card", id));
    if (visitor.shows(card)) {
      return Outcome.OWN;
    }
    if (!visitor.takesPart()) {
      return Outcome.CLOSED;
    }
    if (marking.equals(of(visitor).get(id))) {
      return Outcome.DONE;
    }
    var written =
        marking
            .wish()
            .map(wish -> write(visitor, id, wish, marking))
            .orElseGet(() -> takeBack(visitor, id));
    if (written > 0) {
      note(visitor, id, marking);
    }
    return Outcome.DONE;
  }

  private int write(Visitor visitor, long card, Wish wish, Marking marking) {
    return jdbc.sql(
            """
            insert into showcase_interest (card_id, invitation_id, wish, word, reachable, at)
            values (:card, :guest, :wish, :word, :reachable, :now)
            on conflict (card_id, invitation_id) do update
            set wish = excluded.wish, word = excluded.word, reachable = excluded.reachable, at = excluded.at
            """)
        .param("card", card)
        .param("guest", visitor.invitation())
        .param("wish", wish.name())
        .param("word", marking.word())
        .param("reachable", marking.reachable())
        .param("now", now())
        .update();
  }

  private int takeBack(Visitor visitor, long card) {
    return jdbc.sql(
            "delete from showcase_interest where card_id = :card and invitation_id = :guest")
        .param("card", card)
        .param("guest", visitor.invitation())
        .update();
  }

  private void note(Visitor visitor, long card, Marking marking) {
    jdbc.sql(
            """
            insert into showcase_interest_move (card_id, invitation_id, wish, word, at)
            values (:card, :guest, :wish, :word, :now)
            """)
        .param("card", card)
        .param("guest", visitor.invitation())
        .param("wish", marking.wish().map(Enum::name).orElse(null))
        .param("word", marking.wish().isPresent() ? marking.word() : "")
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
