package org.yueyuetan.platform.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.form.NotFound;

/**
 * What a person does with an import: send a file, look at what it would do, confirm it, stop it. An
 * import is seen by nobody but the person who sent the file.
 */
@Service
class Imports {

  private static final int LATEST = 10;
  private static final int LONGEST_NAME = 200;

  private final ObjectProvider<Ledger<?>> ledgers;
  private final LedgerReader reader;
  private final ImportTable table;
  private final Scheduler scheduler;
  private final OneTimeTask<Void> job;

  Imports(
      ObjectProvider<Ledger<?>> ledgers,
      LedgerReader reader,
      ImportTable table,
      Scheduler scheduler,
      OneTimeTask<Void> importJob) {
    this.ledgers = ledgers;
    this.reader = reader;
    this.table = table;
    this.scheduler = scheduler;
    this.job = importJob;
  }

  /** The ledger, if this person may fill it. */
  Ledger<?> ledger(String kind, SignedIn me) {
    return ledgers.stream()
        .filter(ledger -> ledger.key().equals(kind) && ledger.roles().stream().anyMatch(me::is))
        .findFirst()
        .orElseThrow(() -> new NotFound("ledger", kind));
  }

  /** Reads the file and keeps it for confirmation; stores nothing of it. */
  long send(Ledger<?> ledger, String fileName, byte[] content, SignedIn me) throws UnreadableFile {
    var reading = reader.read(ledger, Sheets.read(content), me);
    var name = fileName.substring(Math.max(0, fileName.length() - LONGEST_NAME)).replace("\0", "");
    return table.add(ledger.key(), name, content, reading, me.id());
  }

  Import find(Ledger<?> ledger, long id, SignedIn me) {
    return table
        .find(id)
        .filter(found -> found.accountId() == me.id() && found.kind().equals(ledger.key()))
        .orElseThrow(() -> new NotFound("import", id));
  }

  List<Import> latest(Ledger<?> ledger, SignedIn me) {
    return table.latest(ledger.key(), me.id(), LATEST);
  }

  /** Hands the import to the job: from here on it happens, whatever becomes of this process. */
  @Transactional
  public void confirm(Import work) {
    if (moved(work, ImportStatus.Event.CONFIRM)) {
      scheduler.scheduleIfNotExists(job.instance(String.valueOf(work.id())), Instant.EPOCH);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              scheduler.triggerCheckForDueExecutions();
            }
          });
    }
  }

  /** Gives the import up; what is being stored is undone. False when it was over already. */
  @Transactional
  public boolean stop(Import work) {
    return moved(work, ImportStatus.Event.STOP);
  }

  private boolean moved(Import work, ImportStatus.Event event) {
    return ImportStatus.LIFE.allows(work.status(), event)
        && table.move(work.id(), work.status(), event);
  }
}
