package org.yueyuetan.platform.fulfilment;

import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.agreement.Agreement;
import org.yueyuetan.platform.agreement.Party;

/**
 * A signed agreement and how it is carried out, before a certain person.
 *
 * @param party that the person speaks for
 * @param staff whether the person is bureau staff of its region
 * @param inside whether the person reads reports, evidence and changes: parties, staff and auditors
 * @param words whether the person reads what was agreed
 */
public record Case(
    Agreement agreement,
    Fulfilment fulfilment,
    Optional<Party> party,
    boolean staff,
    boolean inside,
    boolean words) {

  public long id() {
    return agreement.id();
  }

  public boolean isRunning() {
    return fulfilment.status() == FulfilmentStatus.RUNNING;
  }

  public boolean isParty(long organization) {
    return party.filter(one -> one.organization() == organization).isPresent();
  }

  /** Parties that can still speak for themselves, without one. */
  List<Party> activeBut(long organization) {
    return agreement.parties().stream()
        .filter(one -> one.organization() != organization && one.active())
        .toList();
  }

  /** Whether the person may answer what an organization reported. */
  public boolean mayAnswer(long reporter) {
    return party.filter(one -> one.organization() != reporter).isPresent() || standsInFor(reporter);
  }

  /** The bureau answers where nobody else of the parties is left who could. */
  public boolean standsInFor(long reporter) {
    return staff && party.isEmpty() && activeBut(reporter).isEmpty();
  }

  /** Parties that are out of use and whose consent only the bureau can give. */
  public List<Party> inactive() {
    return agreement.parties().stream().filter(one -> !one.active()).toList();
  }
}
