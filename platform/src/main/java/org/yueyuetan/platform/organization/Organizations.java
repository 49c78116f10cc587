package org.yueyuetan.platform.organization;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * The registry of organizations: finds them, enters new ones, keeps what is known of them.
 *
 * <p>Who sees what: staff all of their region, a representative all of the own organization,
 * everyone the public part of those that take part. Contacts are personal data: whoever shows them
 * unmasked writes that to the audit trail.
 */
@Component
public class Organizations {

  private static final String KIND = "organization";

  private final OrganizationTable table;
  private final Accounts accounts;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Organizations(
      OrganizationTable table,
      Accounts accounts,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  // --- reading ---

  /**
   * The organization, if the person may see at least its public part; {@link Organization#liesIn}
   * tells the rest.
   */
  public Optional<Organization> find(Scope scope, long id) {
    return table.find(scope, id);
  }

  /**
   * Names, whatever the scope: where something may be seen, the name of its organization may be.
   */
  public Map<Long, String> names(Collection<Long> ids) {
    return table.names(ids);
  }

  /** Those of these organizations that lie in the region. */
  public Set<Long> within(Scope.Region region, Collection<Long> ids) {
    return table.within(region, ids);
  }

  public Optional<Organization> byCreditCode(String typed) {
    return CreditCode.of(typed)
        .flatMap(code -> table.named(List.of(), List.of(code.text())).stream().findFirst());
  }

  /** The organization of exactly this name; empty when several bear it. */
  public Optional<Organization> byName(String name) {
    var found = table.named(List.of(name.strip()), List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Newest first; {@code after} is the last id of the page before. */
  public List<Organization> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return table.list(scope, filter, after, limit);
  }

  public int count(Scope scope, Filter filter) {
    return table.count(scope, filter);
  }

  /** Unmasked: write to the audit trail that they were opened. */
  public List<Contact> contacts(long id) {
    return table.contacts(List.of(id)).getOrDefault(id, List.of());
  }

  /** The first contact of each, for lists. */
  public Map<Long, Contact> maskedContacts(Collection<Long> ids) {
    return table.contacts(ids).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, contacts -> contacts.getValue().getFirst().masked()));
  }

  /** How to reach these organizations, in the order of their ids. */
  public List<Recipient> recipients(Collection<Long> organizations) {
    var names = table.names(organizations);
    var contacts = table.contacts(organizations);
    var speakers =
        accounts.representativesOf(organizations).stream()
            .collect(Collectors.groupingBy(account -> account.organizationId().orElse(0L)));
    return names.keySet().stream()
        .sorted()
        .map(id ->
            recipient(
                id,
                names.getOrDefault(id, ""),
                contacts.getOrDefault(id, List.of()),
                speakers.getOrDefault(id, List.of())))
        .toList();
  }

  private static Recipient recipient(
      long id, String name, List<Contact> contacts, List<Account> speakers) {
    var first = contacts.stream().findFirst();
    return new Recipient(
        id,
        name,
        first.map(Contact::name),
        first.map(Contact::email).filter(email -> !email.isEmpty()),
        first.map(Contact::phone).filter(phone -> !phone.isEmpty()),
        speakers.stream().map(Account::id).toList());
  }

  // --- changing ---

  @Transactional
  public long register(OrganizationDraft draft) {
    return register(List.of(draft)).getFirst();
  }

  /**
   * Enters all or none. A draft whose code, or whose name in its region, is taken makes it fail:
   * see {@link Twins}.
   */
  @Transactional
  public List<Long> register(List<OrganizationDraft> drafts) {
    var ids = table.insert(drafts, clock.instant());
    for (int i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      audit.changed("register", KIND, ids.get(i), null, picture(draft));
      events.publishEvent(new OrganizationRegistered(ids.get(i), draft.name()));
    }
    return ids;
  }

  /**
   * Changes what is stated about an organization.
   *
   * @param version that the person was looking at
   */
  @Transactional
  public void change(Scope scope, long id, OrganizationDraft to, int version) {
    var before = draft(inCharge(scope, id));
    if (!table.update(id, to, version)) {
      throw new EditedElsewhere(KIND, id);
    }
    audit.changed("change", KIND, id, picture(before), picture(to));
  }

  /**
   * What a representative may change: how the organization presents itself and whom to reach there.
   */
  @Transactional
  public void present(
      Scope scope, long id, String introduction, List<Contact> contacts, int version) {
    change(scope, id, draft(inCharge(scope, id)).presented(introduction, contacts), version);
  }

  /** Takes an organization out of use; what it did stays, but nobody speaks for it any more. */
  @Transactional
  public void deactivate(Scope scope, long id, String reason, int version) {
    setActive(scope, id, false, reason, version);
    accounts.signOutRepresentatives(id);
  }

  @Transactional
  public void reactivate(Scope scope, long id, String reason, int version) {
    setActive(scope, id, true, reason, version);
  }

  private void setActive(Scope scope, long id, boolean active, String reason, int version) {
    var before = inCharge(scope, id);
    if (before.active() == active
        || !table.updateActive(id, active, active ? "" : reason, version)) {
      throw new EditedElsewhere(KIND, id);
    }
    audit.changed(
        active ? "reactivate" : "deactivate",
        KIND,
        id,
        Map.of("active", before.active()),
        Map.of("active", active, "reason", reason));
  }

  private Organization inCharge(Scope scope, long id) {
    return find(scope, id)
        .filter(found -> found.liesIn(scope))
        .orElseThrow(() -> new NotFound(KIND, id));
  }

  private OrganizationDraft draft(Organization organization) {
    return new OrganizationDraft(
        organization.name(),
        organization.kind(),
        organization.creditCode(),
        organization.regionCode(),
        organization.level(),
        organization.fields(),
        organization.competentUnit(),
        organization.partyType(),
        organization.members(),
        organization.introduction(),
        contacts(organization.id()),
        organization.sample());
  }

  /** What the audit trail keeps: all but unmasked contacts. */
  private static Map<String, Object> picture(OrganizationDraft draft) {
    var picture = new LinkedHashMap<String, Object>();
    picture.put("name", draft.name());
    picture.put("kind", draft.kind());
    picture.put("creditCode", draft.creditCode().map(CreditCode::text).orElse(""));
    picture.put("region", draft.regionCode());
    picture.put("level", draft.level());
    picture.put("fields", draft.fields().stream().sorted().toList());
    picture.put("competentUnit", draft.competentUnit());
    picture.put("partyType", draft.partyType());
    draft.members().ifPresent(members -> picture.put("members", members));
    picture.put("introduction", draft.introduction());
    picture.put("contacts", draft.contacts().stream().map(Contact::masked).toList());
    return picture;
  }
}
