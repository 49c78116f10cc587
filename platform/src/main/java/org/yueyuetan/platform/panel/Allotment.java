package org.yueyuetan.platform.panel;

/**
 * How many seats go to organizations with a value of a feature (名额).
 *
 * @param value name of a constant, or code of a division
 */
public record Allotment(Feature feature, String value, int least, int most) {}
