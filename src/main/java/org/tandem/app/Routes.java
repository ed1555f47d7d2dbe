package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.model.ModelStore;
import org.tandem.route.Router;
import org.tandem.work.Destinations;

/**
 * The file of rules: read at the start, and again whenever it has changed. Rules that name a model or a destination
 * that is not there are refused; while a node runs, the rules before stay in force then. For one thread.
 */
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Path file;
    private final ModelStore models;
    private final Destinations destinations;
    private Version seen = new Version(FileTime.fromMillis(0), -1);

    /** What tells a changed file without reading it. */
    private record Version(FileTime modified, long sizeBytes) {}

    Routes(Path file, ModelStore models, Destinations destinations) {
        this.file = file;
        this.models = models;
        this.destinations = destinations;
    }

    /** The rules as they are now, or a refusal that says what is wrong with them. */
    Router load() {
        seen = version();
        Router router = Router.load(file);
        for (String destination : router.destinations()) {
            if (!destinations.knows(destination)) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        file + ": got destination \"" + destination + "\", expected one of tandem.yaml's destinations");
            }
        }
        router.models().forEach(models::requireWithOthers);
        return router;
    }

    /** Hands over the rules if the file has changed since it was last looked at, and they are right. */
    void ifChanged(Consumer<Router> use) {
        if (version().equals(seen)) {
            return;
        }
        try {
            use.accept(load());
            LOG.info("{} has changed and is in force", file);
        } catch (TandemException e) {
            LOG.error("{} has changed, but the rules before stay in force: {}", file, e.getMessage());
        }
    }

    /** A file that is not there, as while an editor writes it, is a version too. */
    private Version version() {
        try {
            return new Version(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return new Version(FileTime.fromMillis(0), 0);
        }
    }
}
