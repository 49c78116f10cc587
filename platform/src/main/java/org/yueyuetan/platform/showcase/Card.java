package org.yueyuetan.platform.showcase;

/**
 * What an organization shows of itself at a talk.
 *
 * @param position in the programme, from 1
 * @param minutes on the stage; 0 for a card that only hangs on the wall
 * @param gives what it can offer
 * @param wants what it needs
 * @param published the organization agrees that everyone reads it after the talk
 */
public record Card(
    long id,
    long talk,
    long organization,
    String name,
    int position,
    int minutes,
    String who,
    String gives,
    String wants,
    boolean published,
    int version) {

  public boolean takesTheStage() {
    return minutes > 0;
  }
}
