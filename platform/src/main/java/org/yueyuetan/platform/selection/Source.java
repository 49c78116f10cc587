package org.yueyuetan.platform.selection;

import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * What may take part in a round: a thing that an established project still needs, or an open
 * provision.
 *
 * @param id of the item or the provision
 * @param quantity what is left of it after pairs confirmed elsewhere
 */
public record Source(
    Side side,
    long id,
    String projectTitle,
    long organization,
    String organizationName,
    Optional<Long> need,
    String title,
    Kind kind,
    String unit,
    long quantity,
    long lot) {

  /** How it is named in a form: {@code PROJECT-12}. */
  public String key() {
    return side + "-" + id;
  }

  public String told(Locale locale) {
    return Quantities.told(kind, quantity, unit, locale);
  }
}
