package org.yueyuetan.platform.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

/** The people who can sign in: keeps their accounts, rights and passwords. */
@Component
public class Accounts {

  private static final String COLUMNS =
      """
      a.id, a.username, a.name, a.email, a.phone, a.organization_id, a.region_code, a.department, a.language,
      a.password_initial, a.password_changed_at, a.locked_until, a.disabled, a.sample, a.version,
      coalesce((select string_agg(r.role, ',') from account_role r where r.account_id = a.id), '') as roles
      """;

  private static final String WAITING_FOR_RIGHTS =
      """
      a.organization_id is not null and not a.disabled
      and not exists (select 1 from account_role r where r.account_id = a.id)
      """;

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Tokens tokens;
  private final Audit audit;
  private final Settings settings;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final OrganizationDirectory organizations;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      Passwords passwords,
      Tokens tokens,
      Audit audit,
      Settings settings,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      OrganizationDirectory organizations,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.tokens = tokens;
    this.audit = audit;
    this.settings = settings;
    this.sessions = sessions;
    this.organizations = organizations;
    this.facts = facts;
    this.clock = clock;
  }

  // --- reading ---

  public Optional<Account> find(long id) {
    return jdbc.sql("select %s from account a where a.id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(Accounts::read)
        .optional();
  }

  public Optional<Account> byUsername(String username) {
    return jdbc.sql(
            "select %s from account a where lower(a.username) = lower(:username)"
                .formatted(COLUMNS))
        .param("username", username)
        .query(Accounts::read)
        .optional();
  }

  /** Those who speak for an organization and may sign in. */
  public List<Account> representativesOf(long organization) {
    return representativesOf(List.of(organization));
  }

  public List<Account> representativesOf(Collection<Long> organizations) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select %s from account a
            join account_role x on x.account_id = a.id and x.role = 'REPRESENTATIVE'
            where a.organization_id in (:organizations) and not a.disabled order by a.id
            """
                .formatted(COLUMNS))
        .param("organizations", organizations)
        .query(Accounts::read)
        .list();
  }

  public List<Account> holding(Role role) {
    return jdbc.sql(
            """
            select %s from account a
            join account_role x on x.account_id = a.id and x.role = :role
            where not a.disabled order by a.id
            """
                .formatted(COLUMNS))
        .param("role", role.name())
        .query(Accounts::read)
        .list();
  }

  /** Staff of the bureau itself, not of a county. */
  public List<Long> bureau() {
    var home = settings.get(Setting.HOME_REGION);
    return holding(Role.ORGANIZER).stream()
        .filter(account -> account.regionCode().filter(code -> !code.equals(home)).isEmpty())
        .map(Account::id)
        .toList();
  }

  /** The first sample accounts with rights: those that the demo's sign-in page offers. */
  List<Account> samples(int limit) {
    return jdbc.sql(
            """
            select %s from account a
            where a.sample and exists (select 1 from account_role r where r.account_id = a.id)
            order by a.id limit :limit
            """
                .formatted(COLUMNS))
        .param("limit", limit)
        .query(Accounts::read)
        .list();
  }

  public boolean none() {
    return jdbc.sql("select not exists (select 1 from account)").query(Boolean.class).single();
  }

  /** A page of accounts by user name, name or department, newest first. */
  List<Account> list(String query, Optional<Role> role, Optional<Long> after, int limit) {
    return jdbc.sql(
            """
            select %s from account a
            where a.id < :after
              and (:query = '' or position(lower(:query) in lower(a.username || ' ' || a.name || ' ' || a.department)) > 0)
              and (:role = '' or exists (select 1 from account_role r where r.account_id = a.id and r.role = :role))
            order by a.id desc limit :limit
            """
                .formatted(COLUMNS))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("query", query)
        .param("role", role.map(Role::name).orElse(""))
        .param("limit", limit)
        .query(Accounts::read)
        .list();
  }

  // --- changing ---

  /**
   * Opens an account without rights.
   *
   * @param password the initial password, to be changed at the first sign-in unless {@code chosen}
   *     by its owner
   */
  @Transactional
  public long create(NewAccount account, String password, boolean chosen) {
    var id =
        jdbc.sql(
                """
                insert into account (username, name, email, phone, password_hash, password_initial, password_changed_at,
                                     sample, created_at)
                values (:username, :name, :email, :phone, :hash, :initial, :now, :sample, :now)
                returning id
                """)
            .param("username", account.username())
            .param("name", account.name())
            .param("email", account.email())
            .param("phone", account.phone())
            .param("hash", passwords.hash(password))
            .param("initial", !chosen)
            .param("now", now())
            .param("sample", account.sample())
            .query(Long.class)
            .single();
    audit.changed(
        "create",
        "account",
        id,
        null,
        Map.of("username", account.username(), "name", account.name()));
    return id;
  }

  /**
   * Opens an account for somebody who is to speak for an organization. The right to do so is
   * granted apart; the initial password is on the slip that {@link #slips} prints.
   */
  @Transactional
  public long createForOrganization(NewAccount account, long organization) {
    var id = create(account, passwords.initial(), false);
    jdbc.sql(
            """
            update account set organization_id = :organization, slip = true, password_hash = :hash where id = :id
            """)
        .param("id", id)
        .param("organization", organization)
        .param("hash", passwords.hash(slipPassword(id)))
        .update();
    return id;
  }

  /** Which of these user names are taken, in small letters. */
  public Set<String> taken(Collection<String> usernames) {
    return Set.copyOf(
        jdbc.sql(
                """
                select lower(username) from account
                where lower(username) in (select lower(name) from unnest(:usernames) as name)
                """)
            .param("usernames", usernames.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Accounts opened for an organization that nobody has given rights yet. */
  int waitingForRights() {
    return jdbc.sql("select count(*) from account a where " + WAITING_FOR_RIGHTS)
        .query(Integer.class)
        .single();
  }

  /** Makes all of them representatives; how many those were. */
  @Transactional
  int grantWaiting(long by) {
    var waiting =
        jdbc.sql(
                "select a.id from account a where "
                    + WAITING_FOR_RIGHTS
                    + " order by a.id for update")
            .query(Long.class)
            .list();
    for (var id : waiting) {
      var account = existing(id);
      grant(
          id, Rights.representative(account.organizationId().orElseThrow()), by, account.version());
    }
    return waiting.size();
  }

  /** What is handed to a person so that they can sign in for the first time. */
  public record Slip(String username, String name, long organization, String password) {}

  /** Slips of those who have not signed in yet, by organization. */
  public List<Slip> slips() {
    return jdbc.sql(
            """
            select id, username, name, organization_id from account
            where slip and password_initial and not disabled order by organization_id, id
            """)
        .query((row, n) ->
            new Slip(
                row.getString("username"),
                row.getString("name"),
                row.getLong("organization_id"),
                slipPassword(row.getLong("id"))))
        .list();
  }

  private String slipPassword(long id) {
    return passwords.initial(tokens.derived("initial password", id));
  }

  @Transactional
  void change(long id, NewAccount to, int version) {
    var before = existing(id);
    var changed =
        jdbc.sql(
                """
                update account set name = :name, email = :email, phone = :phone, version = version + 1
                where id = :id and version = :version
                """)
            .param("name", to.name())
            .param("email", to.email())
            .param("phone", to.phone())
            .param("id", id)
            .param("version", version)
            .update();
    requireOne(changed, id);
    audit.changed(
        "change",
        "account",
        id,
        Map.of("name", before.name()),
        Map.of(
            "name", to.name(),
            "emailChanged", !to.email().equals(before.email()),
            "phoneChanged", !to.phone().equals(before.phone())));
  }

  /**
   * Grants exactly these rights; takes effect at once because the person's sessions end.
   *
   * @throws LastAdministrator when nobody would be left to open accounts, or to grant rights
   */
  @Transactional
  public void grant(long id, Rights rights, @Nullable Long by, int version) {
    var before = existing(id);
    var changed =
        jdbc.sql(
                """
                update account set organization_id = :organization, region_code = :region, department = :department,
                       version = version + 1
                where id = :id and version = :version
                """)
            .param("organization", rights.organizationId().orElse(null))
            .param("region", rights.regionCode().orElse(null))
            .param("department", rights.department())
            .param("id", id)
            .param("version", version)
            .update();
    requireOne(changed, id);
    jdbc.sql("delete from account_role where account_id = :id").param("id", id).update();
    for (var role : rights.roles()) {
      jdbc.sql(
              "insert into account_role (account_id, role, granted_by, granted_at) values (:id, :role, :by, :now)")
          .param("id", id)
          .param("role", role.name())
          .param("by", by)
          .param("now", now())
          .update();
    }
    if (!before.disabled()) {
      requireHolders(before.roles());
    }
    audit.changed("grant", "account", id, rightsOf(before), rightsOf(existing(id)));
    if (!before.roles().isEmpty()) {
      facts.publishEvent(new RightsChanged(id));
    }
    endSessions(before.username());
  }

  /** Of those roles that the house cannot do without, somebody still has to hold each. */
  private void requireHolders(Set<Role> given) {
    jdbc.sql(
            "select 1 from account_role where role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN') for update")
        .query(Integer.class)
        .list();
    for (var role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)) {
      if (given.contains(role) && holding(role).isEmpty()) {
        throw new LastAdministrator(role);
      }
    }
  }

  /** Whether {@code password} is the account's. */
  boolean passwordIs(long id, String password) {
    var hash =
        jdbc.sql("select password_hash from account where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    return passwords.matches(password, hash);
  }

  boolean passwordTooOld(Account account) {
    var days = settings.number(Setting.PASSWORD_DAYS);
    return days > 0
        && account.passwordChangedAt().plus(Duration.ofDays(days)).isBefore(clock.instant());
  }

  /** Sets a password that its owner chose, and signs out everywhere. */
  @Transactional
  void choosePassword(long id, String password) {
    setPassword(id, password, false);
    audit.changed("password", "account", id, null, null);
  }

  /**
   * Sets an initial password, to be told to its owner, and unlocks.
   *
   * @throws AccessDeniedException for one of the three administrators: with their password another
   *     administrator would hold two offices
   */
  @Transactional
  String resetPassword(long id) {
    requireBusiness(existing(id));
    return newInitialPassword(id);
  }

  /** On the console, for whoever runs the server: also for administrators. */
  @Transactional
  Optional<String> resetOnConsole(String username) {
    return byUsername(username).map(account -> newInitialPassword(account.id()));
  }

  private String newInitialPassword(long id) {
    var password = passwords.initial();
    setPassword(id, password, true);
    jdbc.sql("update account set failed_attempts = 0, locked_until = null where id = :id")
        .param("id", id)
        .update();
    audit.changed("reset", "account", id, null, null);
    facts.publishEvent(new PasswordReset(id));
    return password;
  }

  private static void requireBusiness(Account account) {
    if (account.isAdministrator()) {
      throw new AccessDeniedException("administrators are out of each other's reach");
    }
  }

  /**
   * @throws AccessDeniedException when one of the three administrators is to be shut out: first the
   *     security administrator takes the office away
   */
  @Transactional
  void disable(long id, boolean disabled) {
    var before = existing(id);
    if (disabled) {
      requireBusiness(before);
    }
    if (before.disabled() == disabled) {
      return;
    }
    jdbc.sql("update account set disabled = :disabled, version = version + 1 where id = :id")
        .param("disabled", disabled)
        .param("id", id)
        .update();
    audit.changed(disabled ? "disable" : "enable", "account", id, null, null);
    endSessions(before.username());
  }

  @Transactional
  public void language(long id, Locale language) {
    jdbc.sql("update account set language = :language where id = :id")
        .param("language", language.toLanguageTag())
        .param("id", id)
        .update();
  }

  @Transactional
  void signOutEverywhere(SignedIn me) {
    audit.changed("signOutEverywhere", "account", me.id(), null, null);
    endSessions(me.username());
  }

  // --- sign-in attempts ---

  /**
   * Counts an attempt before its password is compared, so that many at once get no more tries than
   * one after the other.
   *
   * @return whether it may be compared: the account is not locked
   */
  @Transactional
  boolean attempt(Account account) {
    return jdbc.sql(
                """
                update account
                set failed_attempts = counted.attempts,
                    locked_until = case when counted.attempts >= :most then cast(:until as timestamptz) end
                from (select id, case when locked_until is null then failed_attempts + 1 else 1 end as attempts
                      from account where id = :id for update) as counted
                where account.id = counted.id and (locked_until is null or locked_until <= :now)
                """)
            .param("most", settings.number(Setting.SIGN_IN_ATTEMPTS))
            .param(
                "until",
                Timestamp.from(
                    clock
                        .instant()
                        .plus(Duration.ofMinutes(settings.number(Setting.LOCK_MINUTES)))))
            .param("id", account.id())
            .param("now", now())
            .update()
        == 1;
  }

  @Transactional
  void succeeded(Account account) {
    jdbc.sql("update account set failed_attempts = 0, locked_until = null where id = :id")
        .param("id", account.id())
        .update();
  }

  Optional<String> hashOf(long id) {
    return jdbc.sql("select password_hash from account where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * The person as the rest of the platform sees them. Who speaks for an organization that is out of
   * use does so no more.
   */
  public SignedIn signedIn(Account account) {
    var organization =
        account
            .organizationId()
            .filter(
                id -> account.roles().contains(Role.REPRESENTATIVE) && organizations.active(id));
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(account.roles());
    if (organization.isEmpty()) {
      roles.remove(Role.REPRESENTATIVE);
    }
    return new SignedIn(
        account.id(),
        account.username(),
        account.name(),
        roles,
        scope(roles, account.regionCode(), organization),
        organization.orElse(null),
        account.passwordInitial() || passwordTooOld(account));
  }

  private Scope scope(Set<Role> roles, Optional<String> region, Optional<Long> organization) {
    if (roles.contains(Role.ORGANIZER)
        || roles.contains(Role.DEPARTMENT)
        || roles.contains(Role.AUDITOR)) {
      return new Scope.Region(Regions.prefix(region.orElse(settings.get(Setting.HOME_REGION))));
    }
    return roles.contains(Role.REPRESENTATIVE)
        ? organization.<Scope>map(Scope.Own::new).orElse(Scope.PUBLISHED)
        : Scope.PUBLISHED;
  }

  private void setPassword(long id, String password, boolean initial) {
    var account = existing(id);
    jdbc.sql(
            """
            update account
            set password_hash = :hash, password_initial = :initial, password_changed_at = :now, slip = false
            where id = :id
            """)
        .param("hash", passwords.hash(password))
        .param("initial", initial)
        .param("now", now())
        .param("id", id)
        .update();
    endSessions(account.username());
  }

  /** Signs out whoever speaks for the organization. */
  public void signOutRepresentatives(long organization) {
    representativesOf(organization).forEach(account -> endSessions(account.username()));
  }

  /** After the commit: a session begun meanwhile could still carry what is taken away. */
  private void endSessions(String username) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sessions.findByPrincipalName(username).keySet().forEach(sessions::deleteById);
          }
        });
  }

  private Account existing(long id) {
    return find(id).orElseThrow(() -> new NotFound("account", id));
  }

  private void requireOne(int changed, long id) {
    if (changed == 0) {
      throw new EditedElsewhere("account", id);
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Map<String, Object> rightsOf(Account account) {
    var rights = new HashMap<String, Object>();
    rights.put("roles", account.roles().stream().map(Role::name).sorted().toList());
    account.organizationId().ifPresent(id -> rights.put("organization", id));
    account.regionCode().ifPresent(code -> rights.put("region", code));
    rights.put("department", account.department());
    return rights;
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("username"),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        Optional.ofNullable(row.getObject("organization_id", Long.class)),
        Optional.ofNullable(row.getString("region_code")),
        row.getString("department"),
        Locale.forLanguageTag(row.getString("language")),
        roles(row.getString("roles")),
        row.getBoolean("password_initial"),
        row.getTimestamp("password_changed_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("locked_until")).map(Timestamp::toInstant),
        row.getBoolean("disabled"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }

  private static Set<Role> roles(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(name -> !name.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  Instant instant() {
    return clock.instant();
  }
}
