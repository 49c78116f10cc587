package org.yueyuetan.platform.showcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.CameraData;

/** Pictures of cards, free of what the camera wrote beside them. */
@Component
public class Pictures {

  /** More make nobody look. */
  static final int MOST = 4;

  record Content(String type, Resource bytes) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cards cards;
  private final Audit audit;

  Pictures(JdbcClient jdbc, Clock clock, Cards cards, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cards = cards;
    this.audit = audit;
  }

  /** By card, in the order in which they were added. The caller has checked who sees the cards. */
  Map<Long, List<Picture>> of(Collection<Card> shown) {
    return jdbc
        .sql(
            """
            select id, card_id as card, caption, content_type, published
            from showcase_picture where card_id = any (:cards) order by id
            """)
        .param("cards", shown.stream().map(Card::id).toArray(Long[]::new))
        .query(Picture.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Picture::card));
  }

  /** As {@link #of}, for everyone. */
  Map<Long, List<Picture>> published(Collection<Card> shown) {
    return of(shown).values().stream()
        .flatMap(List::stream)
        .filter(Picture::published)
        .collect(Collectors.groupingBy(Picture::card));
  }

  Optional<Content> content(Scope scope, long talk, long picture) {
    return jdbc.sql(
            """
            select p.content_type as type, p.content as bytes
            from showcase_picture p join showcase_card c on c.id = p.card_id join talk t on t.id = c.talk_id
            where p.id = :id and c.talk_id = :talk
              and (t.region_code like :scopeRegion or c.organization_id = :scopeOrganization
                   or p.published and %s)
            """
                .formatted(Cards.PUBLIC))
        .params(scope.parameters())
        .param("id", picture)
        .param("talk", talk)
        .query(Pictures::content)
        .optional();
  }

  /** For those who hold an invitation to the talk. */
  Optional<Content> content(Visitor visitor, long picture) {
    return jdbc.sql(
            """
            select p.content_type as type, p.content as bytes
            from showcase_picture p join showcase_card c on c.id = p.card_id
            where p.id = :id and c.talk_id = :talk
            """)
        .param("id", picture)
        .param("talk", visitor.talk())
        .query(Pictures::content)
        .optional();
  }

  /** Whether there was room for one more. */
  @Transactional
  public boolean add(
      SignedIn me, long talk, long id, Upload upload, String caption, boolean published)
      throws UnreadableFile {
    var card = cards.hold(me, talk, id);
    if (of(List.of(card)).getOrDefault(id, List.of()).size() >= MOST) {
      return false;
    }
    var picture =
        jdbc.sql(
                """
                insert into showcase_picture (card_id, caption, content_type, content, published, uploaded_by, uploaded_at)
                values (:card, :caption, :type, :content, :published, :by, :now)
                returning id
                """)
            .param("card", id)
            .param("caption", caption)
            .param("type", upload.type())
            .param("content", CameraData.removedFrom(upload.content()))
            .param("published", published)
            .param("by", me.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    audit.changed(
        "upload", "showcase", id, null, Map.of("picture", picture, "published", published));
    return true;
  }

  @Transactional
  public void remove(SignedIn me, long talk, long id, long picture) {
    var card = cards.hold(me, talk, id);
    var gone =
        of(List.of(card)).getOrDefault(id, List.of()).stream()
            .filter(one -> one.id() == picture)
            .findFirst()
            .orElseThrow(() -> new NotFound("picture", picture));
    jdbc.sql("delete from showcase_picture where id = :id").param("id", picture).update();
    audit.changed("removePicture", "showcase", id, gone, null);
  }

  private static Content content(ResultSet row, int n) throws SQLException {
    return new Content(row.getString("type"), new ByteArrayResource(row.getBytes("bytes")));
  }
}
