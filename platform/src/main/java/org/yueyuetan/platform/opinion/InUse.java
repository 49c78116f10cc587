package org.yueyuetan.platform.opinion;

/**
 * Something else rests on an opinion: it was answered, a document took it up, or others were merged
 * into it. Its words stand, and it does not just vanish.
 *
 * <p>Rooms above refuse by throwing this when they hear that an opinion is about to be reworded or
 * removed.
 */
public class InUse extends RuntimeException {

  public InUse(long opinion) {
    super("something rests on opinion " + opinion);
  }
}
