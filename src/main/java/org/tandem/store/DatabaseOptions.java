package org.tandem.store;

import java.nio.file.Path;

/**
 * Which database, and how many connections to it.
 *
 * @param url JDBC URL, of H2 or PostgreSQL
 * @param maxConnections size of the pool
 */
public record DatabaseOptions(String url, String user, String password, int maxConnections) {

    private static final int DEFAULT_CONNECTIONS = 12;

    /**
     * WRITE_DELAY=100 (ms): a killed process loses at most the last tenth of a second of commits, of instances none,
     * because of ingest's journal. With 0 H2 would write at each commit, but would never compact its file, which then
     * grows without end (docs/adr/0001-durability.md has the figures).
     */
    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=100;DB_CLOSE_ON_EXIT=FALSE"
                    + ";LOCK_TIMEOUT=10000";

    /** An H2 database in this file, without its suffix {@code .mv.db}. */
    public static DatabaseOptions h2File(Path file) {
        return new DatabaseOptions(
                "jdbc:h2:file:" + file.toAbsolutePath() + H2_SETTINGS, "tandem", "", DEFAULT_CONNECTIONS);
    }

    /** An H2 database in memory that lives while it is open. */
    public static DatabaseOptions h2Memory(String name) {
        return new DatabaseOptions("jdbc:h2:mem:" + name + H2_SETTINGS, "tandem", "", DEFAULT_CONNECTIONS);
    }

    /** Any database by its URL. */
    public static DatabaseOptions of(String url, String user, String password) {
        return new DatabaseOptions(url, user, password, DEFAULT_CONNECTIONS);
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Without the password, and without what may stand in the URL as one. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)password=[^&;]*", "password=…");
    }
}
