package org.yueyuetan.platform.selection;

import java.util.Comparator;

/** What the engine gives a project's entry from a provider's. */
public record Match(long project, long provider, long amount) {

  /** Whom it pairs. */
  public record Of(long project, long provider) {

    static final Comparator<Of> ORDER =
        Comparator.comparingLong(Of::project).thenComparingLong(Of::provider);

    static Of either(Entry one, Entry other) {
      return one.side() == Side.PROJECT
          ? new Of(one.id(), other.id())
          : new Of(other.id(), one.id());
    }
  }

  public Of of() {
    return new Of(project, provider);
  }
}
