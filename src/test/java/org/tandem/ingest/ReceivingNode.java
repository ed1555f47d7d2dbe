package org.tandem.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.net.StoreOutcome;
import org.tandem.series.AssemblyRules;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesLedger;
import org.tandem.store.Database;
import org.tandem.store.DatabaseOptions;
import org.tandem.store.JdbcInstanceIndex;
import org.tandem.store.JdbcSeriesLedger;

/** A receiver on a real spool and a real H2 file, as the node wires them. */
final class ReceivingNode implements AutoCloseable {

    final IngestOptions options;
    final Database database;
    final InstanceIndex index;
    final SeriesLedger ledger;
    final InstanceReceiver receiver;

    private final Path folder;

    private ReceivingNode(Path folder, IngestOptions options) {
        this.folder = folder;
        this.options = options;
        this.database = Database.open(DatabaseOptions.h2File(folder.resolve("db")));
        this.index = new JdbcInstanceIndex(database);
        this.ledger = new JdbcSeriesLedger(database.transactions());
        SeriesAssembler assembler =
                new SeriesAssembler(ledger, AssemblyRules.quietPeriod(Duration.ofSeconds(30)), Clock.systemUTC());
        this.receiver = InstanceReceiver.open(options, index, assembler, Clock.systemUTC());
    }

    /** Spool and database in this folder. */
    static ReceivingNode in(Path folder) {
        return new ReceivingNode(
                folder, IngestOptions.of(folder.resolve("spool")).withReserveBytes(0));
    }

    static ReceivingNode in(Path folder, IngestOptions options) {
        return new ReceivingNode(folder, options);
    }

    StoreOutcome store(SampleObject object) {
        try {
            return receiver.store(object.request(), object.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path spool() {
        return options.spool();
    }

    /** The files below a folder of the spool. */
    List<Path> files(String name) {
        try (Stream<Path> files = Files.walk(spool().resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a disk would hold if the power went now: a copy of the files while everything is open. */
    void copyTo(Path target) {
        copySpoolTo(target);
        copyDatabaseTo(target);
    }

    void copySpoolTo(Path target) {
        try (Stream<Path> files = Files.walk(spool())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy =
                        target.resolve("spool").resolve(spool().relativize(file).toString());
                Files.createDirectories(Spool.folderOf(copy));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copyDatabaseTo(Path target) {
        try {
            Files.createDirectories(target);
            Files.copy(folder.resolve("db.mv.db"), target.resolve("db.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        receiver.close();
        database.close();
    }
}
