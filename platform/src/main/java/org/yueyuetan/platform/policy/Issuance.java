package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.words.Words;

/** How a draft becomes a document (签发印发), and how a document ends. */
@Service
@Transactional
public class Issuance {

  private final PolicyTable table;
  private final Desk desk;
  private final Policies policies;
  private final Clauses clauses;
  private final Sources sources;
  private final Comments comments;
  private final DocumentNumbers numbers;
  private final IssuedFiles files;
  private final Receipts receipts;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Issuance(
      PolicyTable table,
      Desk desk,
      Policies policies,
      Clauses clauses,
      Sources sources,
      Comments comments,
      DocumentNumbers numbers,
      IssuedFiles files,
      Receipts receipts,
      Clock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.desk = desk;
    this.policies = policies;
    this.clauses = clauses;
    this.sources = sources;
    this.comments = comments;
    this.numbers = numbers;
    this.files = files;
    this.receipts = receipts;
    this.clock = clock;
    this.events = events;
  }

  /** What keeps the document from being signed: keys of the bundle. */
  @Transactional(readOnly = true)
  public List<String> lacking(Policy policy) {
    var text = clauses.of(policy.id());
    var lacking = new ArrayList<String>();
    if (text.stream().allMatch(clause -> clause.kind().heading())) {
      lacking.add("policy.lacking.text");
    }
    if (policy.genre() != Genre.MINUTES && sources.early(policy.id())) {
      lacking.add("policy.lacking.talks");
    }
    if (comments.unanswered(policy.id()) > 0) {
      lacking.add("policy.lacking.answers");
    }
    if (policy.expiresOn().filter(last -> !last.isAfter(LocalDate.now(clock))).isPresent()) {
      lacking.add("policy.fault.expiresOn");
    }
    return lacking;
  }

  /**
   * Hands the draft over for signature, as the person has seen it.
   *
   * @param stand of the document and its text that the person was looking at
   */
  public void submit(long id, int stand, SignedIn me) {
    var policy = seen(id, stand, me);
    requireReady(policy);
    table.submitted(id, me.id());
    desk.move(policy, PolicyEvent.SUBMIT, "", me.name());
  }

  public void giveBack(long id, String reason, SignedIn me) {
    var policy = desk.hold(id, me);
    table.signed(id, "", Optional.empty(), null);
    desk.move(policy, PolicyEvent.RETURN, reason, me.name());
  }

  /** Signs (签发). Nobody signs what they drafted or handed over. */
  public void sign(long id, LocalDate on, int stand, SignedIn me) {
    var policy = seen(id, stand, me);
    if (policy.draftedBy(me.id())) {
      throw new AccessDeniedException("drafted by the same person");
    }
    sign(policy, me.name(), Optional.of(me.id()), on, me);
  }

  /**
   * Puts on record that somebody signed on paper, who may have no account: there only the name
   * tells that it was not the drafter.
   */
  public void signedOnPaper(long id, String signer, LocalDate on, int stand, SignedIn me) {
    var policy = seen(id, stand, me);
    if (signer.equals(policy.drafter())) {
      throw new AccessDeniedException("drafted by the same person");
    }
    sign(policy, signer, Optional.empty(), on, me);
  }

  private void sign(
      Policy policy, String signer, Optional<Long> account, LocalDate on, SignedIn me) {
    requireReady(policy);
    table.signed(policy.id(), signer, account, on);
    desk.move(policy, PolicyEvent.SIGN, signer, me.name());
  }

  /**
   * Issues the document under the next number of the code: from now on it stays as it is.
   *
   * @param sealedOn 成文日期
   */
  public void issue(long id, String code, LocalDate sealedOn, int stand, SignedIn me) {
    var policy = seen(id, stand, me);
    PolicyStatus.LIFE.next(policy.status(), PolicyEvent.ISSUE);
    requireReady(policy);
    var publisher = policies.publisher(policy.region());
    var number = numbers.give(code, sealedOn, policy, policy.heading(publisher), me);
    var text = clauses.of(id);
    table.issued(
        id,
        number,
        sealedOn,
        publisher,
        Words.index(
            Stream.concat(
                    Stream.of(policy.heading(publisher), policy.cover()),
                    text.stream().map(Clause::text))
                .toArray(String[]::new)));
    desk.move(policy, PolicyEvent.ISSUE, number, me.name());
    var issued = table.hold(id).orElseThrow();
    if (issued.genre() != Genre.MINUTES) {
      sources.freeze(id);
    }
    files.freeze(issued, text);
    issued
        .predecessor()
        .flatMap(table::hold)
        .filter(before -> before.status() == PolicyStatus.ISSUED)
        .ifPresent(before -> end(before, PolicyEvent.REPEAL, number, Optional.of(id), me));
    receipts.issued(issued, sources.of(id), comments.commented(id));
    var taken = new TreeMap<Long, String>();
    sources.of(id).stream()
        .filter(source -> source.clause().isPresent())
        .forEach(source -> taken.merge(source.opinion(), source.label(), (a, b) -> a + "、" + b));
    events.publishEvent(new PolicyIssued(id, issued.title(), number, taken, issued.talks()));
  }

  /** The document holds no longer (废止). */
  public void repeal(long id, String reason, SignedIn me) {
    end(desk.hold(id, me), PolicyEvent.REPEAL, reason, Optional.empty(), me);
  }

  /**
   * Takes a draft back, or a document that should not have gone out: its number is void, and is not
   * given out again.
   */
  public void withdraw(long id, String reason, SignedIn me) {
    var policy = desk.hold(id, me);
    end(policy, PolicyEvent.WITHDRAW, reason, Optional.empty(), me);
    if (policy.issued()) {
      numbers.giveUp(policy, reason);
      events.publishEvent(new PolicyWithdrawn(id));
    }
  }

  private void end(
      Policy policy, PolicyEvent event, String reason, Optional<Long> successor, SignedIn me) {
    desk.move(policy, event, reason, me.name());
    table.ended(policy.id(), reason, successor);
  }

  // --- rules ---

  private Policy seen(long id, int stand, SignedIn me) {
    var policy = desk.hold(id, me);
    if (policy.stand() != stand) {
      throw new EditedElsewhere("policy", id);
    }
    return policy;
  }

  private void requireReady(Policy policy) {
    var lacking = lacking(policy);
    if (!lacking.isEmpty()) {
      throw new NotReady(lacking);
    }
  }
}
