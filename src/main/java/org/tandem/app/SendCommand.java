package org.tandem.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.net.Peer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "send", description = "Sends DICOM files to a peer (C-STORE).", mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerChoice peer;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, or folders with all DICOM files in them.")
    private List<Path> paths;

    @Option(
            names = "--associations",
            defaultValue = "1",
            description = "Associations at once (default: ${DEFAULT-VALUE}).")
    private int associations;

    @Option(
            names = "--operations",
            description = "Objects that may be unanswered on one association, if the peer grants it"
                    + " (default: 1, or the destination's).")
    private @Nullable Integer operations;

    @Override
    public Integer call() throws Exception {
        List<Path> others = new ArrayList<>();
        List<Path> files = DicomPaths.toSend(paths, others);
        others.forEach(file -> spec.commandLine().getErr().println(file + ": left out, it is no DICOM file"));
        Progress progress = new Progress(spec.commandLine().getErr(), "sending", files.size());
        long start = System.nanoTime();
        Sending sending = new Sending(target(), peer.options(), associations);
        List<Sending.Answer> answers = sending.send(files, progress::step);
        double seconds = (System.nanoTime() - start) / 1e9;
        answers.stream()
                .filter(answer -> !answer.stored())
                .forEach(answer -> spec.commandLine().getErr().println(answer.file() + ": " + answer.text()));
        long stored = answers.stream().filter(Sending.Answer::stored).count();
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%d of %d objects stored in %.1f s%n", stored, files.size(), seconds);
        return stored == files.size() ? 0 : 1;
    }

    private Peer target() {
        Peer target = peer.peer();
        return operations == null ? target : target.withTerms(target.terms().withOperations(operations));
    }
}
