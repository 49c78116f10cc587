package org.yueyuetan.platform.organization;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Which organizations are meant; an empty part matches all.
 *
 * @param query words of name, introduction or competent unit, or the beginning of a credit code
 * @param regionCode the division and all below
 */
public record Filter(
    String query,
    Optional<Kind> kind,
    Optional<String> regionCode,
    Optional<Field> field,
    Optional<Level> level,
    Optional<PartyType> partyType,
    Optional<Boolean> active) {

  /** All that take part. */
  public static Filter inUse() {
    return new Filter(
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  /**
   * From the filter bar; what makes no sense matches all, as a hand-made address is not worth a
   * fault.
   */
  public static Filter read(Form form) {
    return new Filter(
        form.text("q", 100),
        form.choice("kind", Kind.class),
        Optional.of(form.text("region", 12)).filter(code -> !code.isEmpty()),
        form.choice("field", Field.class),
        form.choice("level", Level.class),
        form.choice("party", PartyType.class),
        switch (form.typed("state")) {
          case "all" -> Optional.empty();
          case "inactive" -> Optional.of(false);
          default -> Optional.of(true);
        });
  }
}
