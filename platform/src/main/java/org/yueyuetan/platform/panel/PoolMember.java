package org.yueyuetan.platform.panel;

import java.util.Set;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.talk.Party;

/**
 * An organization that may be drawn.
 *
 * @param district code of the county that it lies in, or of the city
 * @param stated stated a need of the theme
 * @param supported supports a need of the theme
 * @param kindred has a field that many of those have who stated needs of the theme
 * @param invited how often it was invited to talks in the year before this one
 */
public record PoolMember(
    long organization,
    String name,
    Kind kind,
    Level level,
    String district,
    Set<Field> fields,
    boolean stated,
    boolean supported,
    boolean kindred,
    int invited,
    boolean must) {

  public PoolMember {
    fields = Set.copyOf(fields);
  }

  Party party() {
    return Party.of(kind, level);
  }

  /** How much the theme concerns it, 0 to 3. */
  public int score() {
    return (stated ? 2 : supported ? 1 : 0) + (kindred ? 1 : 0);
  }

  boolean has(Feature feature, String value) {
    return switch (feature) {
      case PARTY -> party().name().equals(value);
      case LEVEL -> level.name().equals(value);
      case DISTRICT -> district.equals(value);
      case FIELD -> fields.stream().anyMatch(field -> field.name().equals(value));
      case KIND -> kind.name().equals(value);
    };
  }
}
