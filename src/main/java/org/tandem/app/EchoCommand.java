package org.tandem.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tandem.net.StorageScu;
import org.tandem.net.StoreResult;
import org.tandem.net.pdu.ProposedContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "echo", description = "Asks whether a peer answers (C-ECHO).", mixinStandardHelpOptions = true)
final class EchoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerChoice peer;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try (StorageScu scu = StorageScu.open(peer.peer(), peer.options(), List.of(ProposedContext.VERIFICATION))) {
            StoreResult result = scu.echo();
            spec.commandLine()
                    .getOut()
                    .printf("%s answered %s in %d ms%n", peer, result, (System.nanoTime() - start) / 1_000_000);
            return result.stored() ? 0 : 1;
        }
    }
}
