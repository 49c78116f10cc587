package org.yueyuetan.platform.intake;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.document.UnreadableFile;

/**
 * Stores a confirmed import: reads the file once more, for the world may have changed since the
 * preview, and stores all rows and the word that it is done in one transaction. How far it is, is
 * written beside that transaction, so that the person can see it and can stop it.
 */
@Component
class ImportWork {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
  private static final long BETWEEN_WORDS = 200_000_000L;

  private final ObjectProvider<Ledger<?>> ledgers;
  private final LedgerReader reader;
  private final ImportTable table;
  private final Accounts accounts;
  private final Audit audit;
  private final TransactionTemplate all;
  private final TransactionTemplate beside;

  ImportWork(
      ObjectProvider<Ledger<?>> ledgers,
      LedgerReader reader,
      ImportTable table,
      Accounts accounts,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.ledgers = ledgers;
    this.reader = reader;
    this.table = table;
    this.accounts = accounts;
    this.audit = audit;
    this.all = new TransactionTemplate(transactions);
    this.beside = new TransactionTemplate(transactions);
    beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The person stopped the import, or it was carried out by somebody else. */
  private static final class Stopped extends RuntimeException {
    Stopped() {
      super(null, null, false, false);
    }
  }

  /**
   * Carries out an import that is confirmed; does nothing with any other.
   *
   * @param leaving whether the process is about to end: then a fault is left to be tried again
   */
  void run(long id, BooleanSupplier leaving) {
    var work = table.find(id).filter(found -> found.status() == ImportStatus.CONFIRMED);
    if (work.isEmpty()) {
      return;
    }
    var by =
        accounts
            .find(work.get().accountId())
            .filter(account -> !account.disabled())
            .map(accounts::signedIn);
    var ledger = by.flatMap(me -> ledger(work.get().kind(), me));
    if (ledger.isEmpty()) {
      fail(id, "intake.failed.notAllowed");
      return;
    }
    as(by.orElseThrow(), () -> store(work.get(), ledger.get(), by.orElseThrow(), leaving));
  }

  private Optional<Ledger<?>> ledger(String kind, SignedIn me) {
    return ledgers.stream()
        .filter(ledger -> ledger.key().equals(kind) && ledger.roles().stream().anyMatch(me::is))
        .findFirst();
  }

  private <T> void store(Import work, Ledger<T> ledger, SignedIn by, BooleanSupplier leaving) {
    try {
      var reading = reader.read(ledger, Sheets.read(table.content(work.id())), by);
      if (!reading.faults().isEmpty()) {
        all.executeWithoutResult(transaction -> {
          table.tell(work.id(), reading);
          table.move(work.id(), ImportStatus.CONFIRMED, ImportStatus.Event.FIND_FAULTS);
        });
        return;
      }
      all.executeWithoutResult(transaction -> storeAll(work, ledger, reading, by));
    } catch (Stopped byThePerson) {
      LOG.info("Import {} of {} was stopped", work.id(), ledger.key());
    } catch (DataIntegrityViolationException clash) {
      LOG.info("Import {} of {} met a newer record", work.id(), ledger.key(), clash);
      fail(work.id(), "intake.failed.clash");
    } catch (UnreadableFile impossible) {
      fail(work.id(), "intake.failed");
    } catch (RuntimeException fault) {
      if (leaving.getAsBoolean()) {
        throw fault;
      }
      LOG.error("Import {} of {} failed", work.id(), ledger.key(), fault);
      fail(work.id(), "intake.failed");
    }
  }

  private <T> void storeAll(Import work, Ledger<T> ledger, Reading<T> reading, SignedIn by) {
    ledger.apply(reading.rows().stream().map(Row::value).toList(), by, progress(work.id()));
    if (!table.move(work.id(), ImportStatus.CONFIRMED, ImportStatus.Event.FINISH)) {
      throw new Stopped();
    }
    audit.changed(
        "import",
        ledger.key(),
        work.id(),
        null,
        Map.of("file", work.fileName(), "rows", reading.rows().size()));
  }

  private Progress progress(long id) {
    return new Progress() {
      private int done;
      private long told = System.nanoTime();

      @Override
      public void advance(int rows) {
        done += rows;
        if (System.nanoTime() - told > BETWEEN_WORDS) {
          told = System.nanoTime();
          if (!Boolean.TRUE.equals(beside.execute(transaction -> table.progress(id, done)))) {
            throw new Stopped();
          }
        }
      }
    };
  }

  private void fail(long id, String message) {
    all.executeWithoutResult(transaction -> {
      table.tell(id, message);
      table.move(id, ImportStatus.CONFIRMED, ImportStatus.Event.FAIL);
    });
  }

  /** What happens is written down as done by the person who confirmed it. */
  private static void as(SignedIn me, Runnable work) {
    var roles = me.roles().stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new);
    SecurityContextHolder.setContext(
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                me, null, AuthorityUtils.createAuthorityList(roles))));
    try {
      work.run();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
