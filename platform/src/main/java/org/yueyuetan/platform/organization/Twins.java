package org.yueyuetan.platform.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Organizations that stand in the registry already. Two may not have the same credit code, nor the
 * same name in the same region.
 */
final class Twins {

  private record Place(String name, String regionCode) {}

  private final Map<String, Organization> byCode = new HashMap<>();
  private final Map<Place, Organization> byPlace = new HashMap<>();

  private Twins(Collection<Organization> present) {
    for (var organization : present) {
      organization.creditCode().ifPresent(code -> byCode.put(code.text(), organization));
      byPlace.put(new Place(organization.name(), organization.regionCode()), organization);
    }
  }

  /** What the registry holds like any of these drafts, asked in one query. */
  static Twins of(OrganizationTable table, List<OrganizationDraft> drafts) {
    return new Twins(
        table.named(
            drafts.stream().map(OrganizationDraft::name).distinct().toList(),
            drafts.stream()
                .flatMap(draft -> draft.creditCode().stream())
                .map(CreditCode::text)
                .distinct()
                .toList()));
  }

  /** Records a fault that names the twin, unless the twin is {@code self}. */
  void reject(Form form, OrganizationDraft draft, long self) {
    draft
        .creditCode()
        .flatMap(code -> other(byCode.get(code.text()), self))
        .ifPresentOrElse(
            twin -> form.reject("creditCode", "organization.creditCode.taken", twin.name()),
            () ->
                other(byPlace.get(new Place(draft.name(), draft.regionCode())), self)
                    .ifPresent(
                        twin -> form.reject("name", "organization.name.taken", twin.name())));
  }

  private static Optional<Organization> other(
      @org.jspecify.annotations.Nullable Organization found, long self) {
    return Optional.ofNullable(found).filter(twin -> twin.id() != self);
  }
}
