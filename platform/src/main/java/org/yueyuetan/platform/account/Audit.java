package org.yueyuetan.platform.account;

import org.jspecify.annotations.Nullable;

/** The append-only trail (审计日志) of sign-ins, changes and openings of personal data. */
public interface Audit {

  /**
   * Records a change in the transaction that makes it; who and from where are taken from the
   * request, or "system".
   *
   * @param action verb, a key of the bundle {@code account}: {@code audit.action.<action>}
   * @param kind kind of thing, e.g. {@code need}
   * @param before what stood there, as a record or map (written as JSON); null when new
   * @param after what stands there now; null when gone. Never a password or secret
   */
  void changed(
      String action, String kind, Object id, @Nullable Object before, @Nullable Object after);

  /** Records that personal data was opened. Written at once, whatever becomes of the request. */
  void opened(String kind, Object id);
}
