package org.tandem.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own for tests, in a folder that is removed, from the programs that Debian installs. */
public final class PostgresServer implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String TABLES = "tables";
    private static final long TIMEOUT_SECONDS = 180;

    private final Path programs;
    private final Path folder;
    private final int port;
    private boolean tables;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The newest installed version's programs. */
    public static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PostgresServer start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("tandem-postgres");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        server.runAsOwner("initdb", "-D", server.data(), "-U", "tandem", "-A", "trust", "-E", "UTF8");
        String settings = "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                + " -c fsync=off -c full_page_writes=off"; // no test outlives the machine
        server.runAsOwner("pg_ctl", "-D", server.data(), "-o", settings, "-l", folder + "/log", "-w", "start");
        return server;
    }

    /** A new, empty database. */
    public DatabaseOptions newDatabase(String name) {
        return newDatabase(name, "template1");
    }

    /** A new database with all tables in place and nothing in them. */
    public DatabaseOptions newDatabaseWithTables(String name) {
        if (!tables) {
            Database.open(newDatabase(TABLES)).close();
            tables = true;
        }
        return newDatabase(name, TABLES);
    }

    private DatabaseOptions newDatabase(String name, String template) {
        String onPort = Integer.toString(port);
        runAsOwner("createdb", "-h", "127.0.0.1", "-p", onPort, "-U", "tandem", "-T", template, name);
        return DatabaseOptions.of("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "tandem", "");
    }

    @Override
    public void close() {
        runAsOwner("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void runAsOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        try {
            Path output = Files.createTempFile("tandem-postgres", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
