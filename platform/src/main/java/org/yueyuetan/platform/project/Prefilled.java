package org.yueyuetan.platform.project;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Organization;

/** What a form holds at first, taken from a need or an offer, or from the organization. */
final class Prefilled {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private Prefilled() {}

  static Map<String, Object> project(Optional<Need> need, Optional<Organization> own) {
    var typed = common(need, own);
    typed.put("visibility", need.map(Need::visibility).orElse(Visibility.PUBLIC));
    need.ifPresent(n -> {
      typed.put("need", n.id());
      typed.put("goal", n.text());
      kind(n)
          .ifPresent(kind -> {
            typed.put("itemKind", kind);
            typed.put("itemTitle", n.title());
            typed.put("itemQuantity", quantity(n, kind));
            typed.put("itemUnit", kind == Kind.MONEY ? "" : n.unit());
          });
    });
    return typed;
  }

  static Map<String, Object> provision(Optional<Need> offer, Optional<Organization> own) {
    var typed = common(offer, own);
    typed.put("visibility", offer.map(Need::visibility).orElse(Visibility.ORGANIZATIONS));
    offer.ifPresent(o -> {
      typed.put("offer", o.id());
      typed.put("text", o.text());
      kind(o)
          .ifPresent(kind -> {
            typed.put("kind", kind);
            typed.put("quantity", quantity(o, kind));
            typed.put("unit", kind == Kind.MONEY ? "" : o.unit());
          });
    });
    return typed;
  }

  private static Map<String, Object> common(Optional<Need> need, Optional<Organization> own) {
    var typed = new LinkedHashMap<String, Object>();
    own.ifPresent(organization -> {
      typed.put("organization", organization.name());
      typed.put("region", organization.regionCode());
      organization.fields().stream().sorted().findFirst().ifPresent(f -> typed.put("field", f));
    });
    need.ifPresent(n -> {
      typed.putIfAbsent("organization", n.organizationName());
      typed.put("subject", n.title());
      typed.put("field", n.field());
      typed.put("region", n.region());
      typed.put("place", n.place());
      typed.put("from", n.from());
      typed.put("until", n.until());
    });
    return typed;
  }

  private static Optional<Kind> kind(Need need) {
    return switch (need.kind()) {
      case SERVICE, TRAINING -> Optional.of(Kind.SERVICE);
      case PEOPLE -> Optional.of(Kind.PEOPLE);
      case VENUE -> Optional.of(Kind.VENUE);
      case GOODS -> Optional.of(Kind.GOODS);
      case MONEY -> Optional.of(Kind.MONEY);
      case TALK, POLICY, OTHER -> Optional.empty();
    };
  }

  /** Money was often stated in 万元. */
  private static Optional<String> quantity(Need need, Kind kind) {
    return need.quantity()
        .map(stated ->
            kind == Kind.MONEY && need.unit().startsWith("万")
                ? stated.multiply(TEN_THOUSAND)
                : stated)
        .map(amount -> amount.stripTrailingZeros().toPlainString());
  }
}
