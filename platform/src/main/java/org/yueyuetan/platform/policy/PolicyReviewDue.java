package org.yueyuetan.platform.policy;

import java.time.LocalDate;

/** The trial of a document ends soon: somebody has to decide what follows. */
public record PolicyReviewDue(long policy, String title, LocalDate expiresOn) {}
