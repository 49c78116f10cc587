package org.yueyuetan.platform.policy;

/** One part of the list: where it is and how many stand there. */
public record Tab(String address, int count) {}
