package org.yueyuetan.platform.agreement;

import java.util.Optional;

/** A party refused to sign. */
public record AgreementDeclined(
    long agreement, Optional<Long> project, long organization, String reason) {}
