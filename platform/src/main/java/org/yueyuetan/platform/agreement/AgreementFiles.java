package org.yueyuetan.platform.agreement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of an agreement. */
@Component
class AgreementFiles {

  private final JdbcClient jdbc;

  AgreementFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a file is of an agreement. */
  enum Form {
    PDF,
    RECORD,
    SCAN
  }

  /** A file as it is kept. */
  static final class Kept {
    private final String name;
    private final String type;
    private final byte[] content;

    Kept(String name, String type, byte[] content) {
      this.name = name;
      this.type = type;
      this.content = content;
    }

    String name() {
      return name;
    }

    String type() {
      return type;
    }

    byte[] content() {
      return content;
    }
  }

  Optional<Kept> find(long agreement, Form form) {
    return jdbc.sql("select * from agreement_file where agreement_id = :id and form = :form")
        .param("id", agreement)
        .param("form", form.name())
        .query((row, n) ->
            new Kept(row.getString("name"), row.getString("type"), row.getBytes("content")))
        .optional();
  }

  /** Whether a file with this SHA-256 is kept with the agreement. */
  boolean holds(long agreement, String sha256) {
    return jdbc.sql(
            "select exists (select from agreement_file where agreement_id = :id and sha256 = :sha256)")
        .param("id", agreement)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  /** Puts it in the place of what is there; its SHA-256. */
  String keep(long agreement, Form form, Kept file) {
    var sha256 = sha256(file.content());
    jdbc.sql(
            """
            insert into agreement_file (agreement_id, form, name, type, content, sha256)
            values (:id, :form, :name, :type, :content, :sha256)
            on conflict (agreement_id, form) do update set content = :content, sha256 = :sha256
            """)
        .param("id", agreement)
        .param("form", form.name())
        .param("name", file.name())
        .param("type", file.type())
        .param("content", file.content())
        .param("sha256", sha256)
        .update();
    return sha256;
  }

  String keepPdf(Agreement agreement, Form form, byte[] pdf) {
    var name = (form == Form.RECORD ? "签署记录-" : "") + agreement.title() + ".pdf";
    return keep(agreement.id(), form, new Kept(name, "application/pdf", pdf));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
