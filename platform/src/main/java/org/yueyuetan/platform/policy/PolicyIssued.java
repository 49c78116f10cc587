package org.yueyuetan.platform.policy;

import java.util.List;
import java.util.Map;

/**
 * A document was issued.
 *
 * @param clauseOfOpinion where each opinion went that it took up, e.g. 第七条
 * @param talks whose opinions it took up
 */
public record PolicyIssued(
    long policy,
    String title,
    String number,
    Map<Long, String> clauseOfOpinion,
    List<Long> talks) {}
