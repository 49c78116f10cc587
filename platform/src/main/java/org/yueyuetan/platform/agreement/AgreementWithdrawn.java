package org.yueyuetan.platform.agreement;

import java.util.Optional;

/** The agreement was taken back before all had signed. */
public record AgreementWithdrawn(long agreement, Optional<Long> project, String reason) {}
