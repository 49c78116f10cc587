package org.yueyuetan.platform.disposition;

import java.util.Collection;
import java.util.List;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Things of one kind that an answer to an opinion may refer to (引用): documents, activities,
 * promises. Every such bean is asked, so that a room above this one offers its own.
 */
public interface Citable {

  /**
   * What the golden thread calls such things where it knows them; also in forms: {@code policy}.
   */
  String kind();

  /**
   * Those that this person may refer to in an answer, the likeliest first.
   *
   * @param words that the title holds; empty for any
   */
  List<Cited> search(SignedIn me, Matter matter, String words, int limit);

  /** Those of these that this person may read, whatever became of them since they were cited. */
  List<Cited> find(SignedIn me, Collection<Long> ids);

  /** Whether an answer to this opinion may refer to it: the person reads it, and it still holds. */
  boolean mayCite(SignedIn me, Matter matter, long id);
}
