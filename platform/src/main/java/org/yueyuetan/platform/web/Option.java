package org.yueyuetan.platform.web;

/**
 * One entry of a choice.
 *
 * @param hint a line under the label; empty for none
 */
public record Option(String value, String label, String hint) {
  public Option(String value, String label) {
    this(value, label, "");
  }
}
