package org.yueyuetan.platform.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of a document as it was issued, each with its fingerprint; they never change. */
@Component
class IssuedFiles {

  private final JdbcClient jdbc;
  private final PolicyDocument documents;

  IssuedFiles(JdbcClient jdbc, PolicyDocument documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  void freeze(Policy policy, List<Clause> text) {
    var document = documents.of(policy, text, policy.publisher(), true);
    keep(policy, "docx", document.docx());
    keep(policy, "pdf", document.pdf());
  }

  /** A file as it was issued. */
  Optional<byte[]> content(Policy policy, String form) {
    return jdbc.sql("select content from policy_file where policy_id = :policy and form = :form")
        .param("policy", policy.id())
        .param("form", form)
        .query((row, n) -> row.getBytes("content"))
        .optional();
  }

  /** SHA-256 of a file as it was issued, in hexadecimal digits. */
  Optional<String> fingerprint(Policy policy, String form) {
    return jdbc.sql("select sha256 from policy_file where policy_id = :policy and form = :form")
        .param("policy", policy.id())
        .param("form", form)
        .query(String.class)
        .optional();
  }

  private void keep(Policy policy, String form, byte[] content) {
    jdbc.sql(
            """
            insert into policy_file (policy_id, form, content, sha256) values (:policy, :form, :content, :sha256)
            """)
        .param("policy", policy.id())
        .param("form", form)
        .param("content", content)
        .param("sha256", sha256(content))
        .update();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
