package org.yueyuetan.platform.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An official document (公文), told apart from how it is written: GB/T 9704-2012 says where each part
 * stands.
 *
 * @param title broken into lines by the writers; a line feed in it breaks where the author wants
 * @param author who issues it, for the properties of the file
 * @param addressee 主送机关, without the colon; may be empty
 * @param note 附注, without brackets; may be empty
 */
public record OfficialDocument(
    Head head,
    String title,
    String author,
    String addressee,
    List<Block> body,
    List<Attachment> attachments,
    Optional<Signature> signature,
    String note,
    Optional<Imprint> imprint) {

  public OfficialDocument {
    body = List.copyOf(body);
    attachments = List.copyOf(attachments);
  }

  public static OfficialDocument of(Head head, String title, String author) {
    return new OfficialDocument(
        head, title, author, "", List.of(), List.of(), Optional.empty(), "", Optional.empty());
  }

  public OfficialDocument to(String addressee) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, signature, note, imprint);
  }

  public OfficialDocument saying(List<Block> body) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, signature, note, imprint);
  }

  public OfficialDocument with(List<Attachment> attachments) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, signature, note, imprint);
  }

  /** Signed with place for the seal. */
  public OfficialDocument sealed(String unit, LocalDate date) {
    return signed(new Signature(unit, date, true));
  }

  /** Signed where no seal will stand. */
  public OfficialDocument unsealed(String unit, LocalDate date) {
    return signed(new Signature(unit, date, false));
  }

  public OfficialDocument noted(String note) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, signature, note, imprint);
  }

  public OfficialDocument imprint(Imprint imprint) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, signature, note, Optional.of(imprint));
  }

  /** As {@link #pdf()}, with another file inside. */
  public byte[] pdf(String name, byte[] inside) {
    return PdfWriter.write(this, name, inside);
  }

  private OfficialDocument signed(Signature signature) {
    return new OfficialDocument(
        head, title, author, addressee, body, attachments, Optional.of(signature), note, imprint);
  }

  /** As a Word file. */
  public byte[] docx() {
    return new WordWriter(this).bytes();
  }

  /** As a PDF file with its fonts inside. */
  public byte[] pdf() {
    return PdfWriter.write(this);
  }

  /**
   * 发文机关署名 and 成文日期.
   *
   * @param sealed whether the place of a seal is kept free
   */
  public record Signature(String unit, LocalDate date, boolean sealed) {}

  /**
   * 版记, at the foot of the last page.
   *
   * @param recipients 抄送, or 报, 送, 发 of a brief, one line each
   * @param office 印发机关; may be empty
   * @param printed 印发日期
   */
  public record Imprint(List<Recipients> recipients, String office, Optional<LocalDate> printed) {

    public Imprint {
      recipients = List.copyOf(recipients);
    }

    /** 抄送 and 印发 of an ordinary document; {@code copies} may be empty. */
    public static Imprint of(String copies, String office, LocalDate printed) {
      return new Imprint(
          copies.isBlank() ? List.of() : List.of(new Recipients("抄送", copies)),
          office,
          Optional.of(printed));
    }

    /** Those who get a brief or minutes. */
    public static Imprint of(List<Recipients> recipients) {
      return new Imprint(recipients, "", Optional.empty());
    }
  }

  /**
   * One line of the version record.
   *
   * @param label such as 抄送, without the colon
   * @param names ends with a full stop, which the writers add where it is missing
   */
  public record Recipients(String label, String names) {

    String sentence() {
      return names.endsWith("。") ? names : names + "。";
    }
  }
}
