package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talks;

/** Gathers what the page of a document shows. */
@Component
class PolicyPage {

  private final Policies policies;
  private final Issuance issuance;
  private final Clauses clauses;
  private final Sources sources;
  private final Comments comments;
  private final IssuedFiles files;
  private final Talks talks;
  private final Clock clock;

  PolicyPage(
      Policies policies,
      Issuance issuance,
      Clauses clauses,
      Sources sources,
      Comments comments,
      IssuedFiles files,
      Talks talks,
      Clock clock) {
    this.policies = policies;
    this.issuance = issuance;
    this.clauses = clauses;
    this.sources = sources;
    this.comments = comments;
    this.files = files;
    this.talks = talks;
    this.clock = clock;
  }

  Policy existing(long id, SignedIn me) {
    return policies.find(Policies.reach(me), id).orElseThrow(() -> new NotFound("policy", id));
  }

  /** As {@link #existing}, for those who work on it; for all others it counts as not found. */
  Policy inCharge(long id, SignedIn me) {
    return Optional.of(existing(id, me))
        .filter(policy -> policies.mayRun(policy, me))
        .orElseThrow(() -> new NotFound("policy", id));
  }

  /** As {@link #existing}, for those who may read how it came about. */
  Policy readable(long id, SignedIn me) {
    return Optional.of(existing(id, me))
        .filter(policy -> policies.mayReadAll(policy, me))
        .orElseThrow(() -> new NotFound("policy", id));
  }

  /**
   * @param on the clause that is being commented on; 0 for the whole
   */
  ModelAndView show(long id, Form form, Optional<Long> on, SignedIn me, HttpStatus status) {
    var policy = existing(id, me);
    var all = policies.mayReadAll(policy, me);
    var text =
        all || policy.published() || policy.status() == PolicyStatus.COMMENTING
            ? clauses.of(id)
            : List.<Clause>of();
    var said =
        policy.comments().isPresent() && (all || policy.status() != PolicyStatus.WITHDRAWN)
            ? comments.of(policy, me)
            : List.<Comment>of();
    var model = new LinkedHashMap<String, Object>();
    model.put("policy", policy);
    model.put("heading", policy.heading(policies.publisher(policy.region())));
    model.put("publisher", policies.publisher(policy.region()));
    model.put("published", policy.issuedAt().map(at -> LocalDate.ofInstant(at, clock.getZone())));
    model.put("form", form);
    model.put("clauses", text);
    model.put("sources", all || policy.published() ? Sources.byClause(sources.of(id)) : Map.of());
    model.put("comments", said);
    model.put("on", on);
    model.put("mayComment", comments.open(policy, me));
    model.put("may", policies.permitted(policy, me));
    model.put("mayRun", policies.mayRun(policy, me));
    model.put("readAll", all);
    model.put("lacking", all && policy.status().ahead() ? issuance.lacking(policy) : List.of());
    model.put("unanswered", all ? comments.unanswered(id) : 0);
    model.put("history", all ? policies.history(policy) : List.of());
    model.put(
        "talks",
        policy.talks().stream().flatMap(talk -> talks.find(me.scope(), talk).stream()).toList());
    model.put(
        "predecessor", policy.predecessor().flatMap(p -> policies.find(Policies.reach(me), p)));
    model.put("successor", policy.successor().flatMap(p -> policies.find(Policies.reach(me), p)));
    model.put(
        "fingerprints",
        List.of("docx", "pdf").stream()
            .filter(kind -> files.fingerprint(policy, kind).isPresent())
            .collect(
                Collectors.toMap(
                    kind -> kind, kind -> files.fingerprint(policy, kind).orElse(""))));
    var page = new ModelAndView("policy/show", model);
    page.setStatus(status);
    return page;
  }
}
