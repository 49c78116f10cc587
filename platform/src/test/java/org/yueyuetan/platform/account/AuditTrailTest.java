package org.yueyuetan.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.PlatformTest;

@PlatformTest
class AuditTrailTest {

  @Autowired AuditTrail trail;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Test
  void nobodyCanChangeOrDeleteTheTrailNotEvenInTheDatabase() {
    record("change", 1);

    for (var attempt :
        new String[] {
          "update audit_entry set actor = 'nobody'",
          "delete from audit_entry",
          "truncate audit_entry"
        }) {
      assertThatThrownBy(() -> database.sql(attempt).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
    assertThat(trail.search(AuditSearch.all(), Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoTrace() {
    transaction.executeWithoutResult(status -> {
      trail.changed("change", "need", 7, null, Map.of("title", "x"));
      status.setRollbackOnly();
    });

    assertThat(trail.search(AuditSearch.all(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void aChangeOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> trail.changed("change", "need", 7, null, null))
        .hasMessageContaining("transaction");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (var i = 1; i <= 5; i++) {
      record("change", i);
    }

    var first = trail.search(AuditSearch.all(), Optional.empty(), 3);
    var second = trail.search(AuditSearch.all(), Optional.of(first.getLast().id()), 3);

    assertThat(first).extracting(AuditEntry::object).containsExactly("5", "4", "3");
    assertThat(second).extracting(AuditEntry::object).containsExactly("2", "1");
  }

  private void record(String action, int object) {
    transaction.executeWithoutResult(status ->
        trail.changed(action, "need", object, Map.of("title", "old"), Map.of("title", "new")));
  }
}
