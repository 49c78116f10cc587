package org.yueyuetan.platform.form;

import java.util.List;

/**
 * One thing wrong with one field.
 *
 * @param field name of the field; empty when the fault is with the whole form
 * @param key message key, put into words in the person's language; says what is wrong and the cure
 * @param args what the message quotes
 */
public record Fault(String field, String key, List<String> args) {
  public Fault {
    args = List.copyOf(args);
  }
}
