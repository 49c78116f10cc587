package org.yueyuetan.engine.panel;

import java.util.SequencedMap;

/**
 * Something every panel keeps though quotas do not say so: the weights of its members add up to no
 * more than {@code most}. An integer program that finds the heaviest panel can check it.
 */
public record Inequality(String name, SequencedMap<String, Double> weights, double most) {}
