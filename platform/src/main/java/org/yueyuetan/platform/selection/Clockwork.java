package org.yueyuetan.platform.selection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * What the days bring: rounds open and close, people are reminded, pairs lapse. Being woken too
 * often does no harm; pages never wait for it, they look at the dates themselves.
 */
@Component
class Clockwork {

  /** Done by nobody: it was time. */
  private static final String NOBODY = "";

  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  @Configuration(proxyBeanMethods = false)
  static class Job {
    private static final int PAUSE_MINUTES = 5;

    @Bean
    RecurringTask<Void> selections(Clockwork clockwork) {
      return Tasks.recurring("selections", FixedDelay.ofMinutes(PAUSE_MINUTES))
          .execute((task, context) -> clockwork.run());
    }
  }

  private final Selections selections;
  private final SelectionTable table;
  private final EntryTable entries;
  private final PairTable pairs;
  private final Results results;
  private final Finishing finishing;
  private final Tidings tidings;
  private final Settings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Clockwork(
      Selections selections,
      SelectionTable table,
      EntryTable entries,
      PairTable pairs,
      Results results,
      Finishing finishing,
      Tidings tidings,
      Settings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.selections = selections;
    this.table = table;
    this.entries = entries;
    this.pairs = pairs;
    this.results = results;
    this.finishing = finishing;
    this.tidings = tidings;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One round's trouble does not keep the others waiting. */
  void run() {
    for (var id : table.running()) {
      try {
        transaction.executeWithoutResult(status -> turn(id));
        if (isOver(id)) {
          results.settle(id, NOBODY);
        }
      } catch (RuntimeException trouble) {
        LOG.warn("selection {} does not go on", id, trouble);
      }
    }
  }

  private void turn(long id) {
    var today = LocalDate.now(clock);
    var selection = table.hold(id).orElseThrow();
    if (selection.status() != SelectionStatus.PREPARING && !entries.sweep(id).isEmpty()) {
      finishing.releaseGone(selection);
    }
    switch (selection.status()) {
      case PREPARING -> openWhenDue(selection, today);
      case OPEN -> {
        if (today.isAfter(selection.closesOn())) {
          selections.close(selection, NOBODY);
        } else {
          remind(selection, Optional.of(selection.closesOn()), today);
        }
      }
      case ANNOUNCED -> remind(selection, selection.confirmBy(), today);
      case CLOSED, FINISHED, CANCELLED -> {}
    }
  }

  /** A round that is not ready when its day comes waits for staff, who see why on its page. */
  private void openWhenDue(Selection selection, LocalDate today) {
    if (!today.isBefore(selection.opensOn()) && selections.lacking(selection).isEmpty()) {
      selections.open(selection, NOBODY);
    }
  }

  private boolean isOver(long id) {
    return table
        .running(id)
        .filter(selection -> selection.status() == SelectionStatus.ANNOUNCED)
        .filter(selection -> !selection.confirms(LocalDate.now(clock)))
        .isPresent();
  }

  private void remind(Selection selection, Optional<LocalDate> last, LocalDate today) {
    var due = last.map(day -> day.minusDays(settings.number(Setting.REMINDER_DAYS)));
    if (due.filter(day -> !today.isBefore(day)).isEmpty()
        || !table.claimReminder(selection.id(), today)) {
      return;
    }
    if (selection.status() == SelectionStatus.OPEN) {
      var all = entries.of(selection.id());
      tidings.closesSoon(
          selection,
          all.where(entry -> entry.here() && !entry.submitted() && all.hasChoice(entry)));
    } else {
      var waited = waitedFor(selection);
      tidings.confirmSoon(
          selection, entries.of(selection.id()).where(entry -> waited.contains(entry.id())));
    }
  }

  private List<Long> waitedFor(Selection selection) {
    return pairs.of(selection.id()).stream()
        .filter(pair -> pair.is(PairStatus.AWAITING))
        .flatMap(pair ->
            Arrays.stream(Side.values()).filter(side -> !pair.confirmed(side)).map(pair::entry))
        .toList();
  }
}
