package org.yueyuetan.platform.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Photos and files of a talk. Staff of the talk's region see all of them, everyone else what is
 * published.
 */
@Component
public class TalkFiles {

  /** A file with its bytes. */
  record Content(TalkFile file, Resource bytes) {}

  private static final String COLUMNS =
      "f.id, f.talk_id, f.name, f.caption, f.content_type, f.size, f.published, f.uploaded_by, f.uploaded_at";
  private static final String VISIBLE =
      """
      (t.region_code like :scopeRegion
       or f.published and t.status in ('FOLLOWING_UP', 'CLOSED') and :scopePublished)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TalkMoves moves;
  private final Audit audit;

  TalkFiles(JdbcClient jdbc, Clock clock, TalkMoves moves, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.moves = moves;
    this.audit = audit;
  }

  public List<TalkFile> ofTalk(Scope scope, long talk) {
    return jdbc.sql(
            """
            select %s from talk_file f join talk t on t.id = f.talk_id
            where f.talk_id = :talk and %s
            order by f.id
            """
                .formatted(COLUMNS, VISIBLE))
        .param("talk", talk)
        .params(scope.parameters())
        .query(TalkFiles::file)
        .list();
  }

  Optional<Content> content(Scope scope, long talk, long id) {
    return jdbc.sql(
            """
            select %s, f.content from talk_file f join talk t on t.id = f.talk_id
            where f.id = :id and f.talk_id = :talk and %s
            """
                .formatted(COLUMNS, VISIBLE))
        .param("id", id)
        .param("talk", talk)
        .params(scope.parameters())
        .query(
            (row, n) -> new Content(file(row, n), new ByteArrayResource(row.getBytes("content"))))
        .optional();
  }

  @Transactional
  public long add(SignedIn me, long talk, Upload upload, String caption, boolean published)
      throws UnreadableFile {
    DayWork.FILES.require(moves.lockInCharge(me, talk));
    var content = CameraData.removedFrom(upload.content());
    var id =
        jdbc.sql(
                """
                insert into talk_file (talk_id, name, caption, content_type, size, content, published, uploaded_by,
                                       uploaded_at)
                values (:talk, :name, :caption, :type, :size, :content, :published, :by, :now)
                returning id
                """)
            .param("talk", talk)
            .param("name", upload.name())
            .param("caption", caption)
            .param("type", upload.type())
            .param("size", content.length)
            .param("content", content)
            .param("published", published)
            .param("by", me.name())
            .param("now", Rows.sql(clock.instant()))
            .query(Long.class)
            .single();
    audit.changed(
        "upload",
        "talkFile",
        id,
        null,
        Map.of("talk", talk, "name", upload.name(), "published", published));
    return id;
  }

  /** Changes the caption and who may see the file. */
  @Transactional
  public void change(SignedIn me, long talk, long id, String caption, boolean published) {
    DayWork.FILES.require(moves.lockInCharge(me, talk));
    var before = find(me, talk, id);
    jdbc.sql("update talk_file set caption = :caption, published = :published where id = :id")
        .param("id", id)
        .param("caption", caption)
        .param("published", published)
        .update();
    audit.changed(
        "change",
        "talkFile",
        id,
        Map.of("caption", before.caption(), "published", before.published()),
        Map.of("caption", caption, "published", published));
  }

  @Transactional
  public void delete(SignedIn me, long talk, long id) {
    DayWork.FILES.require(moves.lockInCharge(me, talk));
    var before = find(me, talk, id);
    jdbc.sql("delete from talk_file where id = :id").param("id", id).update();
    audit.changed(
        "delete",
        "talkFile",
        id,
        Map.of("talk", talk, "name", before.name(), "caption", before.caption()),
        null);
  }

  private TalkFile find(SignedIn me, long talk, long id) {
    return ofTalk(me.scope(), talk).stream()
        .filter(file -> file.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("talk file", id));
  }

  private static TalkFile file(ResultSet row, int n) throws SQLException {
    return new TalkFile(
        row.getLong("id"),
        row.getLong("talk_id"),
        row.getString("name"),
        row.getString("caption"),
        row.getString("content_type"),
        row.getLong("size"),
        row.getBoolean("published"),
        row.getString("uploaded_by"),
        Rows.instant(row, "uploaded_at"));
  }
}
