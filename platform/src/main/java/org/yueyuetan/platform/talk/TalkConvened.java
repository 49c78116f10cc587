package org.yueyuetan.platform.talk;

import java.util.Optional;

/** The first invitations to a talk went out; from now on the public sees it. */
public record TalkConvened(long talk, String title, Optional<Long> theme) {}
