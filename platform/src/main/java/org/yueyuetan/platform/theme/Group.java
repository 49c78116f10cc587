package org.yueyuetan.platform.theme;

import java.util.List;
import org.yueyuetan.platform.organization.Field;

/**
 * Needs that belong together.
 *
 * @param title what a candidate theme made of it may be called
 * @param representative the need that stands for the group
 * @param needs all of them, the representative included, oldest first
 */
public record Group(String title, Field field, long representative, List<Long> needs) {
  public Group {
    needs = List.copyOf(needs);
  }
}
