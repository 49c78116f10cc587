package org.yueyuetan.platform.intake;

import java.util.List;

/** A column of a ledger in the person's language. */
public record ShownColumn(
    String header,
    boolean required,
    boolean several,
    String hint,
    String example,
    List<String> allowed) {}
