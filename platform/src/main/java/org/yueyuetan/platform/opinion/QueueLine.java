package org.yueyuetan.platform.opinion;

import java.util.List;

/**
 * An opinion with what is needed to judge it.
 *
 * @param question that it answers; empty when none was chosen
 * @param near words of accepted ones that say nearly the same; of a merged one, that which stands
 *     for it
 */
public record QueueLine(Opinion opinion, String question, List<String> near) {

  public QueueLine {
    near = List.copyOf(near);
  }
}
