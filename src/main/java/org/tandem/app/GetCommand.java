package org.tandem.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tandem.net.QueryRetrieveScu;
import org.tandem.net.Retrieved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "get",
        description = "Fetches studies, or a series, from an archive into a folder (C-GET).",
        mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private QueryOptions query;

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Archive archive = new Archive(query);
        String studies = archive.studies();
        ReceivingFolder received = new ReceivingFolder(folder);
        Retrieved retrieved;
        try (QueryRetrieveScu scu =
                QueryRetrieveScu.openToGet(query.peer(), query.scu(), query.model(), archive.storageClasses(studies))) {
            retrieved = scu.get(query.toRetrieve(studies), received, progress -> {});
        }
        return RetrievalReport.print(spec, retrieved, received.received().size() + " objects in " + folder);
    }
}
