package org.yueyuetan.platform;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/** Empties tables and mailboxes, sets clock and settings back before each test method. */
final class CleanSlate implements TestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext context) throws FolderException {
    var application = context.getApplicationContext();
    application.getBean(TestClock.class).set(TestClock.START);
    application.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
    restore(application.getBean(Settings.class), application.getBean(GreenMail.class));
    empty(application.getBean(JdbcClient.class));
    ReflectionTestUtils.setField(
        application.getBean("org.yueyuetan.platform.account.FirstRun"), "done", false);
  }

  private static void restore(Settings settings, GreenMail mail) {
    var wanted =
        Map.of(
            Setting.MAIL_HOST,
            "127.0.0.1",
            Setting.MAIL_PORT,
            String.valueOf(mail.getSmtp().getPort()));
    for (var setting : Setting.values()) {
      if (!setting.internal()) {
        settings.change(
            setting,
            wanted.getOrDefault(setting, setting.standard()),
            settings.entry(setting).version());
      }
    }
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
