package org.yueyuetan.platform.talk;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;

/**
 * Whom to look for when a talk is convened.
 *
 * @param query words of the name or the introduction
 * @param region code of a division; its whole subtree counts
 * @param concerned only those who stated or support a need of the theme
 * @param neverInvited only those who were never invited to any talk
 */
public record ConveneFilter(
    String query,
    Optional<Kind> kind,
    String region,
    Optional<Field> field,
    Optional<Level> level,
    boolean concerned,
    boolean neverInvited) {

  public static final ConveneFilter ALL =
      new ConveneFilter("", Optional.empty(), "", Optional.empty(), Optional.empty(), false, false);

  static ConveneFilter read(Form form) {
    return new ConveneFilter(
        form.text("q", 60),
        form.choice("kind", Kind.class),
        form.text("region", 12),
        form.choice("field", Field.class),
        form.choice("level", Level.class),
        form.ticked("concerned"),
        form.ticked("neverInvited"));
  }

  boolean isSet() {
    return !equals(ALL);
  }
}
