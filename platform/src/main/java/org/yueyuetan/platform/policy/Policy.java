package org.yueyuetan.platform.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document from its first draft on.
 *
 * @param title of what it lays down; see {@link #heading} for that of the document that goes out
 * @param addressee 主送机关
 * @param copies 抄送
 * @param cover what the notice says that brings along a plan or measures
 * @param attendance who was at the talk that these minutes are of, one line a party
 * @param expiresOn last day on which measures on trial hold
 * @param comments the round of comments, once one was opened
 * @param predecessor the document that this is a new version of
 * @param successor the document that took its place
 * @param number 发文字号, e.g. 聊民〔2021〕33号; empty until issued
 * @param publisher 发布机构 as it was called when the document was issued
 * @param sealedOn 成文日期
 * @param talks whose opinions it takes up
 * @param author account of the drafter; empty when it was drafted by a job or the demo
 * @param submitter account of whoever handed it over to be signed last
 * @param version of what is said of the document apart from its text
 * @param stand counts every change, of the text too: whoever hands the document on has seen them
 *     all
 */
public record Policy(
    long id,
    Genre genre,
    String title,
    String region,
    String addressee,
    String copies,
    String cover,
    String attendance,
    Disclosure disclosure,
    Optional<LocalDate> expiresOn,
    PolicyStatus status,
    Optional<CommentRound> comments,
    Optional<Long> predecessor,
    Optional<Long> successor,
    String drafter,
    String signer,
    Optional<LocalDate> signedOn,
    Optional<LocalDate> sealedOn,
    String number,
    String publisher,
    Optional<Instant> issuedAt,
    Optional<Instant> endedAt,
    String endReason,
    boolean reviewTold,
    boolean sample,
    List<Long> talks,
    Optional<Long> author,
    Optional<Long> submitter,
    int version,
    int stand) {

  /**
   * Organizations asked for comments; an empty part asks all.
   *
   * @param until last day
   * @param open whether organizations read each other's comments
   */
  public record CommentRound(
      LocalDate until, boolean open, String kind, String field, String region) {}

  /**
   * Whether this person drafted it, or handed over the text that is to be signed. Names do not
   * tell: two people may bear one.
   */
  boolean draftedBy(long account) {
    return Stream.of(author, submitter)
        .anyMatch(one -> one.filter(id -> id == account).isPresent());
  }

  public boolean issued() {
    return issuedAt.isPresent();
  }

  /**
   * Whether its text is for everyone: of one that was withdrawn only title, number and reason are.
   */
  public boolean published() {
    return issued() && status != PolicyStatus.WITHDRAWN;
  }

  /** Whether comments are taken on this day. */
  public boolean takesComments(LocalDate today) {
    return status == PolicyStatus.COMMENTING
        && comments.filter(round -> !today.isAfter(round.until())).isPresent();
  }

  public Validity validity(LocalDate today) {
    return Validity.of(status, expiresOn, today);
  }

  /** Title of the document that goes out. */
  public String heading(String bureau) {
    return genre.heading(publisher.isEmpty() ? bureau : publisher, title);
  }
}
