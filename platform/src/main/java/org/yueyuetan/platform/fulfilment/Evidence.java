package org.yueyuetan.platform.fulfilment;

/** A photo, list or receipt, without its content. */
public record Evidence(long id, long report, String name, String contentType, long size) {

  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}
