package org.yueyuetan.platform.account;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person behind a request. A controller takes it as an argument; for a visitor the argument
 * resolves to {@link #visitor()}.
 *
 * @param id account id; 0 for a visitor
 * @param organizationId the organization that a representative speaks for
 */
public record SignedIn(
    long id,
    String username,
    String name,
    Set<Role> roles,
    Scope scope,
    @Nullable Long organizationId,
    boolean mustChangePassword)
    implements AuthenticatedPrincipal, Serializable {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  public static SignedIn visitor() {
    return new SignedIn(0, "", "", Set.of(), Scope.PUBLISHED, null, false);
  }

  /** Whoever the work that is being done is put down to; empty for visitors and for jobs. */
  public static Optional<SignedIn> current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn me
        ? Optional.of(me)
        : Optional.empty();
  }

  public boolean isVisitor() {
    return id == 0;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  public Optional<Long> organization() {
    return Optional.ofNullable(organizationId);
  }

  @Override
  public String getName() {
    return username;
  }
}
