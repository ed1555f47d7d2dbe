package org.tandem.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Statements on one connection. */
@FunctionalInterface
public interface SqlWork<T> {

    T run(Connection connection) throws SQLException, IOException;
}
