package org.yueyuetan.platform.showcase;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/**
 * The cards of a talk and their words.
 *
 * <p>Who sees a card: staff of the talk's region and its own organization always, whoever is
 * invited as long as they hold their invitation, everyone once the follow-up began and if the
 * organization agrees.
 */
@Component
public class Cards {

  private static final String COLUMNS =
      """
      select c.id, c.talk_id as talk, c.organization_id as organization, o.name, c.position, c.minutes,
             c.who, c.gives, c.wants, c.published, c.version
      from showcase_card c join organization o on o.id = c.organization_id join talk t on t.id = c.talk_id
      """;

  static final String PUBLIC =
      "c.published and t.status in ('FOLLOWING_UP', 'CLOSED') and :scopePublished";

  private static final String VISIBLE =
      "(t.region_code like :scopeRegion or c.organization_id = :scopeOrganization or %s)"
          .formatted(PUBLIC);

  private final JdbcClient jdbc;
  private final Talks talks;
  private final Audit audit;

  Cards(JdbcClient jdbc, Talks talks, Audit audit) {
    this.jdbc = jdbc;
    this.talks = talks;
    this.audit = audit;
  }

  /** Those of a talk that the person may see, in the order of the programme. */
  public List<Card> of(Scope scope, long talk) {
    return jdbc.sql(
            COLUMNS + "where c.talk_id = :talk and %s order by c.position".formatted(VISIBLE))
        .params(scope.parameters())
        .param("talk", talk)
        .query(Card.class)
        .list();
  }

  /** What everyone may read of a talk. */
  public List<Card> published(long talk) {
    return jdbc.sql(
            COLUMNS + "where c.talk_id = :talk and %s order by c.position".formatted(PUBLIC))
        .params(Scope.PUBLISHED.parameters())
        .param("talk", talk)
        .query(Card.class)
        .list();
  }

  /** For those who hold an invitation: they see all cards whatever their scope. */
  List<Card> shownAt(long talk) {
    return jdbc.sql(COLUMNS + "where c.talk_id = :talk order by c.position")
        .param("talk", talk)
        .query(Card.class)
        .list();
  }

  Optional<Card> ofOrganization(long talk, long organization) {
    return shownAt(talk).stream().filter(card -> card.organization() == organization).findFirst();
  }

  /** A talk with the number of its cards that everyone may read. */
  public record Show(long talk, String title, Instant startsAt, int cards) {}

  /** Talks with cards that everyone may read, the latest first. */
  List<Show> shows(int limit) {
    return jdbc.sql(
            """
            select t.id as talk, t.title, t.starts_at, count(*) as cards
            from showcase_card c join talk t on t.id = c.talk_id
            where %s
            group by t.id
            order by t.starts_at desc, t.id desc
            limit :limit
            """
                .formatted(PUBLIC))
        .params(Scope.PUBLISHED.parameters())
        .param("limit", limit)
        .query((row, n) ->
            new Show(
                row.getLong("talk"),
                row.getString("title"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getInt("cards")))
        .list();
  }

  /** A card to whoever runs the talk, audits it, or belongs to the card's organization. */
  Card open(SignedIn me, long talk, long card) {
    return find(me.scope(), talk, card)
        .filter(found -> owns(me, found) || talks.mayReadAll(me, talk(me, talk)))
        .orElseThrow(() -> new NotFound("card", card));
  }

  boolean mayEdit(SignedIn me, Card card) {
    var talk = talk(me, card.talk());
    return !talk.status().isOver() && (owns(me, card) || talks.mayRun(me, talk));
  }

  boolean owns(SignedIn me, Card card) {
    return me.organization().filter(own -> own == card.organization()).isPresent();
  }

  /** The card, with its row held, for whoever may change it; others do not find it. */
  Card hold(SignedIn me, long talk, long card) {
    jdbc.sql("select id from showcase_card where id = :id for update")
        .param("id", card)
        .query(Long.class)
        .optional();
    return Optional.of(open(me, talk, card))
        .filter(found -> mayEdit(me, found))
        .orElseThrow(() -> new NotFound("card that may change", card));
  }

  @Transactional
  public void change(SignedIn me, long talk, long id, int version, CardDraft draft) {
    var before = hold(me, talk, id);
    if (before.version() != version) {
      throw new EditedElsewhere("card", id);
    }
    jdbc.sql(
            """
            update showcase_card
            set who = :who, gives = :gives, wants = :wants, published = :published, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("who", draft.who())
        .param("gives", draft.gives())
        .param("wants", draft.wants())
        .param("published", draft.published())
        .update();
    audit.changed("change", "showcase", id, CardDraft.of(before), draft);
  }

  private Optional<Card> find(Scope scope, long talk, long card) {
    return of(scope, talk).stream().filter(one -> one.id() == card).findFirst();
  }

  private Talk talk(SignedIn me, long talk) {
    return talks.find(me.scope(), talk).orElseThrow(() -> new NotFound("talk", talk));
  }
}
