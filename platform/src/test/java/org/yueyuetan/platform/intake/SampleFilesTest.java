package org.yueyuetan.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.account.SignedIn;

/** The files in samples/ are what the README says they are. */
@PlatformTest
class SampleFilesTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @Autowired Imports imports;
  @Autowired ImportWork work;
  @Autowired LedgerWords words;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private SignedIn me = SignedIn.visitor();

  @BeforeEach
  void theRegistryIsFilled() throws Exception {
    me = people.organizer().me();
    stored("organizations", "organizations.xlsx");
  }

  @Test
  void sixtyNeedsComeInAndWaitForAcceptance() throws Exception {
    stored("needs", "needs.xlsx");

    assertThat(count("select count(*) from need where status = 'SUBMITTED'")).isEqualTo(60);
    assertThat(count("select count(*) from need where region_code <> '371500000000'"))
        .isGreaterThan(30);
  }

  @Test
  void theSameFileComesInOnce() throws Exception {
    stored("needs", "needs.csv");
    var again = sent("needs", "needs.xlsx");

    assertThat(again.status()).isEqualTo(ImportStatus.FAULTY);
    assertThat(again.fine()).isZero();
  }

  @Test
  void everyFaultOfTheFaultyNeedsIsNamed() throws Exception {
    var found = sent("needs", "needs-faulty.csv");

    assertThat(found.total()).isEqualTo(12);
    assertThat(found.fine()).isOne();
    assertThat(words.lines(imports.ledger("needs", me), found.faults(), Locale.SIMPLIFIED_CHINESE))
        .extracting(ShownFault::row, ShownFault::place)
        .containsExactly(
            tuple(3, "A"),
            tuple(4, "C"),
            tuple(5, "D"),
            tuple(6, "E"),
            tuple(7, "G"),
            tuple(8, "I"),
            tuple(9, "J"),
            tuple(10, "K"),
            tuple(11, "L"),
            tuple(12, "C"),
            tuple(13, "M"));
    assertThat(count("select count(*) from need")).isZero();
  }

  private void stored(String ledger, String file) throws Exception {
    var ready = sent(ledger, file);
    assertThat(ready.faults()).isEmpty();
    imports.confirm(ready);
    work.run(ready.id(), () -> false);
    assertThat(imports.find(imports.ledger(ledger, me), ready.id(), me).status())
        .isEqualTo(ImportStatus.DONE);
  }

  private Import sent(String ledger, String file) throws Exception {
    var id =
        imports.send(
            imports.ledger(ledger, me), file, Files.readAllBytes(SAMPLES.resolve(file)), me);
    return imports.find(imports.ledger(ledger, me), id, me);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
