package org.yueyuetan.engine.suggest;

import org.yueyuetan.engine.Explanation;

/**
 * A provider for a project.
 *
 * @param part of the project that the provider could serve
 * @param score sum of the points of {@code why}
 * @param why {@code suggest.match}, resting on {@code suggest.words}, {@code suggest.kind}, {@code
 *     suggest.field}, {@code suggest.district}, {@code suggest.span} and {@code suggest.amount};
 *     each names its {@code points}
 */
public record Match(String wanted, String given, String part, double score, Explanation why) {}
