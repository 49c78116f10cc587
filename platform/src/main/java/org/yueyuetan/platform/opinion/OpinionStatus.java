package org.yueyuetan.platform.opinion;

/** State of an opinion: only accepted ones are voted on, published and followed up. */
public enum OpinionStatus {
  SUBMITTED,
  ACCEPTED,
  MERGED,
  DECLINED
}
