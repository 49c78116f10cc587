package org.yueyuetan.platform.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.OrganizationDirectory;

/** Tells the room of accounts which organization a representative speaks for. */
@Component
class Directory implements OrganizationDirectory {

  private final OrganizationTable table;

  Directory(OrganizationTable table) {
    this.table = table;
  }

  @Override
  public Optional<Long> find(String nameOrCode) {
    var typed = nameOrCode.strip();
    var code = CreditCode.of(typed).map(CreditCode::text);
    var found = table.named(List.of(typed), code.map(List::of).orElse(List.of()));
    return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
  }

  @Override
  public boolean active(long organization) {
    return table.active(organization);
  }

  @Override
  public Optional<String> name(long organization) {
    return table.names(List.of(organization)).values().stream().findFirst();
  }
}
