package org.yueyuetan.platform.database;

/** Why there is no database, in words for the person at the console, who can mend it. */
public final class DatabaseTrouble extends RuntimeException {
  public DatabaseTrouble(String message) {
    super(message);
  }
}
