package org.yueyuetan.engine.map;

import java.util.OptionalInt;

/**
 * Where a participant stands on the map.
 *
 * @param participant id
 * @param x along the direction in which votes differ most
 * @param y along the second
 * @param seen how many opinions the participant voted on, passes included
 * @param group number of the group, from 1; missing for who voted on too few to count
 */
public record Place(String participant, double x, double y, int seen, OptionalInt group) {}
