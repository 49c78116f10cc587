package org.yueyuetan.platform.command;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.group.Constraints;

/** The file of constraints; each part may be missing. */
record Decisions(
    @Nullable List<Set<String>> merges,
    @Nullable List<Set<String>> splits,
    @Nullable List<Constraints.Name> names) {

  Constraints constraints() {
    return new Constraints(
        merges == null ? List.of() : merges,
        splits == null ? List.of() : splits,
        names == null ? List.of() : names);
  }
}
