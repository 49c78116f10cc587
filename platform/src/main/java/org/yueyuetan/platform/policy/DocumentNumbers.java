package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/**
 * The register of numbers (发文登记). Within a code and a year they follow one another without a gap:
 * the next one is given out under a lock, in the transaction that uses it, and a number that was
 * given up stays in the register with the reason.
 */
@Service
@Transactional
public class DocumentNumbers {

  public static final Pattern CODE = Pattern.compile("[一-龥]{2,12}");

  /** So many numbers used on paper may be entered at once. */
  static final int MOST_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;

  DocumentNumbers(JdbcClient jdbc, Settings settings, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Codes that staff of a region give numbers of, the one used last first. */
  @Transactional(readOnly = true)
  public List<String> codes(Scope scope) {
    return jdbc.sql(
            """
            select c.code from document_code c where c.region_code like :scopeRegion
            order by (select max(n.recorded_at) from document_number n where n.code = c.code) desc nulls last, c.code
            """)
        .params(scope.parameters())
        .query(String.class)
        .list();
  }

  /** The register of a code and year, latest number first. */
  @Transactional(readOnly = true)
  public List<DocumentNumber> of(
      Scope scope, String code, int year, Optional<Integer> below, int limit) {
    return jdbc.sql(
            """
            select n.* from document_number n join document_code c on c.code = n.code
            where n.code = :code and n.year = :year and c.region_code like :scopeRegion
              and n.number < :below
            order by n.number desc limit :limit
            """)
        .params(scope.parameters())
        .param("code", code)
        .param("year", year)
        .param("below", below.orElse(Integer.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) ->
            new DocumentNumber(
                row.getString("code"),
                row.getInt("year"),
                row.getInt("number"),
                Optional.ofNullable(row.getObject("policy_id", Long.class)),
                row.getString("title"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                row.getString("void_reason"),
                row.getString("recorded_by")))
        .list();
  }

  /** Years of a code, newest first. */
  @Transactional(readOnly = true)
  public List<Integer> years(Scope scope, String code) {
    return jdbc.sql(
            """
            select distinct n.year from document_number n join document_code c on c.code = n.code
            where n.code = :code and c.region_code like :scopeRegion order by n.year desc
            """)
        .params(scope.parameters())
        .param("code", code)
        .query(Integer.class)
        .list();
  }

  /** The number that would be given out next. */
  @Transactional(readOnly = true)
  public int next(String code, int year) {
    return jdbc.sql(
            "select coalesce(max(number), 0) + 1 from document_number where code = :code and year = :year")
        .param("code", code)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /** Whether staff of this region may give out numbers of the code: theirs, or nobody's yet. */
  @Transactional(readOnly = true)
  public boolean free(String code, String region) {
    return !keptFrom(code, region)
        && jdbc.sql("select region_code from document_code where code = :code")
            .param("code", code)
            .query(String.class)
            .optional()
            .filter(owner -> !owner.equals(region))
            .isEmpty();
  }

  /** The next number, which the document bears from now on. */
  String give(String code, LocalDate dated, Policy policy, String title, SignedIn me) {
    hold(code, policy.region());
    var number = next(code, dated.getYear());
    record(code, dated.getYear(), number, Optional.of(policy.id()), title, dated, me);
    return new DocumentNumber(
            code,
            dated.getYear(),
            number,
            Optional.of(policy.id()),
            title,
            Optional.of(dated),
            "",
            me.name())
        .written();
  }

  /**
   * Enters numbers that were used outside the platform. They must go on from the last one: whoever
   * looked at an old page is refused.
   *
   * @return whether they did
   */
  public boolean enter(
      String code,
      int year,
      int from,
      int until,
      String title,
      LocalDate dated,
      String region,
      SignedIn me) {
    hold(code, region);
    if (from != next(code, year)) {
      return false;
    }
    for (var number = from; number <= until; number++) {
      record(code, year, number, Optional.empty(), title, dated, me);
    }
    audit.changed(
        "enterNumbers",
        "documentNumber",
        code + year,
        null,
        Map.of("from", from, "until", until, "title", title));
    return true;
  }

  /** Gives up a number that was used outside the platform; it is never given out again. */
  public void giveUp(Scope scope, String code, int year, int number, String reason) {
    var changed =
        jdbc.sql(
                """
                update document_number n set void_reason = :reason
                where n.code = :code and n.year = :year and n.number = :number
                  and n.policy_id is null and n.void_reason = ''
                  and exists (select from document_code c where c.code = n.code and c.region_code like :scopeRegion)
                """)
            .params(scope.parameters())
            .param("code", code)
            .param("year", year)
            .param("number", number)
            .param("reason", reason)
            .update();
    if (changed == 0) {
      throw new NotFound("document number", number);
    }
    audit.changed(
        "voidNumber", "documentNumber", code + year + "-" + number, null, Map.of("reason", reason));
  }

  /** The document that bears the number was withdrawn. */
  void giveUp(Policy policy, String reason) {
    jdbc.sql("update document_number set void_reason = :reason where policy_id = :policy")
        .param("policy", policy.id())
        .param("reason", reason)
        .update();
  }

  /** From here on nobody else gives out a number of the code until the transaction ends. */
  private void hold(String code, String region) {
    if (keptFrom(code, region)) {
      throw new NotFound("document code", code);
    }
    jdbc.sql(
            "insert into document_code (code, region_code) values (:code, :region) on conflict do nothing")
        .param("code", code)
        .param("region", region)
        .update();
    var held =
        jdbc.sql(
                "select code from document_code where code = :code and region_code = :region for update")
            .param("code", code)
            .param("region", region)
            .query(String.class)
            .optional();
    if (held.isEmpty()) {
      throw new NotFound("document code", code);
    }
  }

  /** The bureau's own code, and that of its minutes, are nobody else's, used yet or not. */
  private boolean keptFrom(String code, String region) {
    var own = settings.get(Setting.DOCUMENT_CODE);
    return (code.equals(own) || code.equals(own + Policies.MINUTES))
        && !region.equals(settings.get(Setting.HOME_REGION));
  }

  private void record(
      String code,
      int year,
      int number,
      Optional<Long> policy,
      String title,
      LocalDate dated,
      SignedIn me) {
    jdbc.sql(
            """
            insert into document_number (code, year, number, policy_id, title, dated, recorded_by, recorded_at)
            values (:code, :year, :number, :policy, :title, :dated, :by, :now)
            """)
        .param("code", code)
        .param("year", year)
        .param("number", number)
        .param("policy", policy.orElse(null))
        .param("title", title)
        .param("dated", dated)
        .param("by", me.name())
        .param("now", Rows.utc(clock.instant()))
        .update();
  }
}
