package org.yueyuetan.platform.theme;

import java.util.List;
import org.yueyuetan.platform.need.NeedText;

/**
 * Suggests which needs belong together. The suggestion binds nobody: staff make candidates of it,
 * or do not.
 */
public interface Grouping {

  /** Groups of at least two needs, largest first; a need is in one group at most, or alone. */
  List<Group> group(List<NeedText> needs);
}
