package org.yueyuetan.platform.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;

/** A ledger of trees, to try the room without the rooms above it. */
@Component
class SampleLedger implements Ledger<SampleLedger.Tree> {

  enum Kind {
    PINE,
    PLUM
  }

  record Tree(String name, Kind kind, List<Kind> neighbours, Optional<LocalDate> planted) {}

  /** What happens while rows are stored, decided by a test. */
  interface Meanwhile {
    void storing(Tree tree);
  }

  private final JdbcClient database;
  private Meanwhile meanwhile = tree -> {};

  SampleLedger(JdbcClient database) {
    this.database = database;
  }

  void start() {
    database
        .sql("create table if not exists sample_tree (name text primary key, kind text not null)")
        .update();
    meanwhile = tree -> {};
  }

  void meanwhile(Meanwhile happening) {
    meanwhile = happening;
  }

  List<String> trees() {
    return database.sql("select name from sample_tree order by name").query(String.class).list();
  }

  @Override
  public String key() {
    return "trees";
  }

  @Override
  public String words() {
    return "sample.tree";
  }

  @Override
  public String list() {
    return "/notices";
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.ORGANIZER);
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("name").headed("树名"),
        Column.required("kind").of("sample.kind", Kind.class).also("松树", Kind.PINE),
        Column.optional("neighbours").severalOf("sample.kind", Kind.class),
        Column.optional("planted"));
  }

  @Override
  public Tree read(Form row, SignedIn by) {
    return new Tree(
        row.required("name", 10),
        row.need("kind", row.choice("kind", Kind.class), Kind.PINE),
        row.choices("neighbours", Kind.class),
        row.date("planted"));
  }

  @Override
  public void check(List<Row<Tree>> rows, SignedIn by) {
    Ledger.refuseRepeats(rows, "name");
  }

  @Override
  public void apply(List<Tree> rows, SignedIn by, Progress progress) {
    for (var tree : rows) {
      database
          .sql("insert into sample_tree (name, kind) values (:name, :kind)")
          .param("name", tree.name())
          .param("kind", tree.kind().name())
          .update();
      meanwhile.storing(tree);
      progress.advance(1);
    }
  }
}
