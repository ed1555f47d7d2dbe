package org.tandem.app;

import java.util.concurrent.Callable;
import org.tandem.net.AeTitle;
import org.tandem.net.QueryRetrieveScu;
import org.tandem.net.Retrieved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "move",
        description = "Has an archive send studies, or a series, to a peer that it knows (C-MOVE), such as a node of"
                + " Tandem.",
        mixinStandardHelpOptions = true)
final class MoveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private QueryOptions query;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "AET",
            description = "Title of the peer, as the archive knows it.")
    private String destination;

    @Override
    public Integer call() {
        String studies = new Archive(query).studies();
        Retrieved retrieved;
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(query.peer(), query.scu(), query.model())) {
            retrieved = scu.move(query.toRetrieve(studies), new AeTitle(destination), progress -> {});
        }
        return RetrievalReport.print(spec, retrieved, "sent to " + destination);
    }
}
