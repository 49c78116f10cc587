package org.yueyuetan.platform.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Party;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.fulfilment.Amount;
import org.yueyuetan.platform.fulfilment.Case;
import org.yueyuetan.platform.fulfilment.Change;
import org.yueyuetan.platform.fulfilment.ChangeDraft;
import org.yueyuetan.platform.fulfilment.ChangeKind;
import org.yueyuetan.platform.fulfilment.Changes;
import org.yueyuetan.platform.fulfilment.Fulfilments;
import org.yueyuetan.platform.fulfilment.Milestone;
import org.yueyuetan.platform.fulfilment.Report;
import org.yueyuetan.platform.fulfilment.Reports;
import org.yueyuetan.platform.fulfilment.Verdict;

/** What becomes of signed agreements: reported, confirmed, changed, rated, or late. */
final class PromiseYear {

  /** The rooms that this part is told through. */
  record Services(Fulfilments fulfilments, Reports reports, Changes changes) {}

  private final Services on;
  private final Cast cast;
  private final Timetable timetable;
  private final ToLongFunction<Cooperation.Deal> ids;

  PromiseYear(Services on, Cast cast, Timetable timetable, ToLongFunction<Cooperation.Deal> ids) {
    this.on = on;
    this.cast = cast;
    this.timetable = timetable;
    this.ids = ids;
  }

  void schedule(List<Cooperation.Deal> deals, SignedIn staff) {
    for (var deal : deals) {
      for (var done : deal.reports().orElse(List.of())) {
        timetable.at(done.at(), () -> report(deal, done, staff));
        done.answered().ifPresent(when -> timetable.at(when, () -> confirm(deal, done, staff)));
      }
      deal.change()
          .ifPresent(changed -> {
            timetable.at(changed.at(), () -> propose(deal, changed, staff));
            timetable.at(changed.agreed(), () -> agree(deal, staff));
          });
      deal.ratings().ifPresent(said -> timetable.at(said.at(), () -> rate(deal, said)));
      deal.answer()
          .ifPresent(answer ->
              timetable.at(answer.at(), () -> Cast.as(staff, me -> answer(deal, answer, me))));
    }
  }

  private void report(Cooperation.Deal deal, Cooperation.Done done, SignedIn staff) {
    var open = open(deal, staff);
    var files = evidence(done);
    try {
      var milestone = milestone(open, done.of());
      if (milestone.isPresent()) {
        var me = signIn(milestone.get().organization());
        on.reports().done(me, open.id(), milestone.get().id(), done.note(), files);
      } else {
        var amount = amount(open, done.of());
        var me = signIn(amount.organization());
        on.reports()
            .delivered(
                me, open.id(), amount.id(), done.quantity().orElseThrow(), "", done.note(), files);
      }
    } catch (UnreadableFile madeByOurselves) {
      throw new IllegalStateException(madeByOurselves);
    }
  }

  private static List<Upload> evidence(Cooperation.Done done) {
    var files = new ArrayList<Upload>();
    try {
      for (var name : done.photos().orElse(List.of())) {
        files.add(SamplePicture.photo(name));
      }
      for (var name : done.lists().orElse(List.of())) {
        var words = "%s（样例，不是真实凭证）%n%s%n".formatted(name, done.note());
        files.add(Upload.file(name + "（样例）.txt", words.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (UnreadableFile madeByOurselves) {
      throw new IllegalStateException(madeByOurselves);
    }
    return files;
  }

  /** The first of the other parties says that it is so. */
  private void confirm(Cooperation.Deal deal, Cooperation.Done done, SignedIn staff) {
    var open = open(deal, staff);
    var report =
        on.reports().of(open).stream()
            .filter(Report::waits)
            .filter(one -> one.subject().equals(done.of()))
            .findFirst()
            .orElseThrow();
    var other =
        open.agreement().parties().stream()
            .map(Party::organization)
            .filter(one -> one != report.organization())
            .reduce((first, last) -> last)
            .orElseThrow();
    on.reports().answer(signIn(other), open.id(), report.id(), Verdict.FULL, 0, "");
  }

  private void propose(Cooperation.Deal deal, Cooperation.Changed changed, SignedIn staff) {
    var open = open(deal, staff);
    var milestone = milestone(open, changed.of()).orElseThrow();
    on.changes()
        .propose(
            signIn(milestone.organization()),
            open.id(),
            new ChangeDraft(
                ChangeKind.MILESTONE,
                Optional.of(milestone.id()),
                changed.title(),
                Optional.of(changed.due()),
                Optional.empty(),
                changed.why(),
                ""));
  }

  private void agree(Cooperation.Deal deal, SignedIn staff) {
    var open = open(deal, staff);
    var change = on.changes().of(open).stream().filter(Change::isOpen).findFirst().orElseThrow();
    open.agreement().parties().stream()
        .map(Party::organization)
        .filter(one -> one != change.proposer())
        .forEach(one -> on.changes().agree(signIn(one), open.id(), change.id(), ""));
  }

  private void rate(Cooperation.Deal deal, Cooperation.Ratings said) {
    for (var word : said.words()) {
      var by = Integer.parseInt(word.get(0));
      cast.as(
          deal.parties().get(by - 1),
          me ->
              on.fulfilments()
                  .rate(
                      me,
                      ids.applyAsLong(deal),
                      cast.organization(deal.parties().get(2 - by)),
                      Integer.parseInt(word.get(1)),
                      word.get(2)));
    }
  }

  private void answer(Cooperation.Deal deal, Cooperation.Answer answer, SignedIn staff) {
    for (var need : on.fulfilments().answerable(staff, open(deal, staff))) {
      on.fulfilments().answerNeed(staff, ids.applyAsLong(deal), need.id(), answer.text());
    }
  }

  private Case open(Cooperation.Deal deal, SignedIn staff) {
    return on.fulfilments().open(staff, ids.applyAsLong(deal));
  }

  private static Optional<Milestone> milestone(Case open, String title) {
    return open.fulfilment().milestones().stream()
        .filter(one -> one.title().equals(title))
        .findFirst();
  }

  private static Amount amount(Case open, String title) {
    return open.fulfilment().amounts().stream()
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private SignedIn signIn(long organization) {
    var me = cast.speaker(organization);
    Cast.signIn(me);
    return me;
  }
}
