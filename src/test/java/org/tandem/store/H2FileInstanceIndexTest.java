package org.tandem.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.ingest.InstanceIndex;
import org.tandem.ingest.InstanceIndexContract;

@SuppressWarnings("NullAway.Init")
final class H2FileInstanceIndexTest implements InstanceIndexContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseOptions.h2File(folder.resolve("tandem")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public InstanceIndex index() {
        return new JdbcInstanceIndex(database);
    }
}
