package org.yueyuetan.platform.showcase;

/**
 * A picture of a card, without its content.
 *
 * @param published may be shown to everyone together with the card
 */
public record Picture(long id, long card, String caption, String contentType, boolean published) {}
