package org.yueyuetan.platform.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yueyuetan.platform.form.EditedElsewhere;

/** Reads and changes the settings of this installation. */
@Component
public class Settings {

  /** One setting as it stands. */
  public record Entry(String value, int version) {}

  /** Another node may have changed a setting: what was read is believed this long. */
  private static final long BELIEVED_NANOS = Duration.ofSeconds(2).toNanos();

  private record Known(Map<Setting, Entry> entries, long at) {}

  private final JdbcClient jdbc;
  private final Audit audit;
  private volatile Known known = new Known(Map.of(), System.nanoTime() - BELIEVED_NANOS - 1);

  Settings(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  public String get(Setting setting) {
    return entry(setting).value();
  }

  public int number(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  public Entry entry(Setting setting) {
    return all().getOrDefault(setting, new Entry(setting.standard(), 0));
  }

  /**
   * Changes one setting.
   *
   * @param version of the entry that the person was looking at
   * @throws EditedElsewhere when somebody else changed it meanwhile
   */
  @Transactional
  public void change(Setting setting, String value, int version) {
    var before = entry(setting).value();
    if (before.equals(value)) {
      return;
    }
    var written =
        version == 0
            ? jdbc.sql(
                    """
                    insert into setting (key, value, version) values (:key, :value, 1) on conflict (key) do nothing
                    """)
                .param("key", setting.name())
                .param("value", value)
                .update()
            : jdbc.sql(
                    """
                    update setting set value = :value, version = version + 1 where key = :key and version = :version
                    """)
                .param("key", setting.name())
                .param("value", value)
                .param("version", version)
                .update();
    if (written == 0) {
      throw new EditedElsewhere("setting", setting);
    }
    audit.changed(
        "set",
        "setting",
        setting.name(),
        Map.of("value", setting.secret() ? "•••" : before),
        Map.of("value", setting.secret() ? "•••" : value));
    forgetAfterCommit();
  }

  /** The key of signed links: made once, by whichever node asks first. */
  byte[] secret() {
    var stored = get(Setting.SECRET);
    if (stored.isEmpty()) {
      var fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      jdbc.sql(
              "insert into setting (key, value, version) values ('SECRET', :value, 1) on conflict (key) do nothing")
          .param("value", Base64.getEncoder().encodeToString(fresh))
          .update();
      forget();
      stored = get(Setting.SECRET);
    }
    return Base64.getDecoder().decode(stored);
  }

  private Map<Setting, Entry> all() {
    var seen = known;
    if (System.nanoTime() - seen.at() <= BELIEVED_NANOS) {
      return seen.entries();
    }
    var entries = new EnumMap<Setting, Entry>(Setting.class);
    jdbc.sql("select key, value, version from setting")
        .query((row, n) ->
            entries.put(
                Setting.valueOf(row.getString("key")),
                new Entry(row.getString("value"), row.getInt("version"))))
        .list();
    known = new Known(entries, System.nanoTime());
    return entries;
  }

  private void forgetAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            forget();
          }
        });
  }

  private void forget() {
    known = new Known(Map.of(), System.nanoTime() - BELIEVED_NANOS - 1);
  }
}
