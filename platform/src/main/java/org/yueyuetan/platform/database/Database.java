package org.yueyuetan.platform.database;

/** A PostgreSQL that is up and has a database for us. */
public interface Database extends AutoCloseable {

  String url();

  String user();

  String password();

  /** Stops what this process started; a server elsewhere is left alone. */
  @Override
  void close();
}
