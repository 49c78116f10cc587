package org.yueyuetan.platform;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties tables and mailboxes and sets the clock back before each test method. */
final class CleanSlate implements TestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext context) throws FolderException {
    var application = context.getApplicationContext();
    application.getBean(TestClock.class).set(TestClock.START);
    application.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
    empty(application.getBean(JdbcClient.class));
  }

  private static void empty(JdbcClient database) {
    List<String> filled =
        database
            .sql(
                """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                  and table_name not in ('region', 'setting', 'flyway_schema_history')
                """)
            .query(String.class)
            .list();
    database
        .sql(
            """
            alter table audit_entry disable trigger audit_entry_append_only;
            truncate %s restart identity;
            alter table audit_entry enable trigger audit_entry_append_only
            """
                .formatted(String.join(", ", filled)))
        .update();
  }
}
