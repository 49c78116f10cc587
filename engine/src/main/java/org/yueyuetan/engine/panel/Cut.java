package org.yueyuetan.engine.panel;

/**
 * An inequality that every panel keeps though the quotas alone do not say so: Σ weight × number ≤
 * most. Found and proved by an integer program.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cut(double[] weights, double most) {}
