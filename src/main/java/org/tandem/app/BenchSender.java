package org.tandem.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.PeerTerms;
import org.tandem.net.ScuOptions;

/** A program that sends, over so many associations at once. */
@FunctionalInterface
interface BenchSender {

    /** Unanswered objects that are asked for on an association; who grants none is sent one at a time. */
    int OPERATIONS = 16;

    /** What {@code tandem send} does. */
    BenchSender TANDEM = BenchSender::tandem;

    /** Sends the files; throws unless every one was stored. */
    void send(Peer peer, int associations, List<Path> files) throws IOException, InterruptedException;

    /** dcmtk's, a process for each association. */
    static BenchSender storescu(Path program) {
        return (peer, associations, files) -> {
            List<Process> running = new ArrayList<>();
            for (int share = 0; share < associations; share++) {
                running.add(start(command(program, peer), share(files, share, associations)));
            }
            for (Process process : running) {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw notStored(peer, said);
                }
            }
        };
    }

    private static void tandem(Peer peer, int associations, List<Path> files) throws InterruptedException {
        Sending sending = new Sending(
                peer.withTerms(PeerTerms.DEFAULT.withOperations(OPERATIONS)),
                ScuOptions.of(new AeTitle("BENCH")),
                associations);
        for (Sending.Answer answer : sending.send(files, () -> {})) {
            if (!answer.stored()) {
                throw notStored(peer, answer.text());
            }
        }
    }

    private static List<String> command(Path program, Peer peer) {
        return List.of(
                program.toString(),
                "--propose-little",
                "--max-pdu",
                "131072",
                "--call",
                peer.aeTitle().value(),
                peer.host(),
                Integer.toString(peer.port()));
    }

    private static List<Path> share(List<Path> files, int share, int shares) {
        return IntStream.range(0, files.size())
                .filter(i -> i % shares == share)
                .mapToObj(files::get)
                .toList();
    }

    private static Process start(List<String> command, List<Path> files) throws IOException {
        List<String> whole = new ArrayList<>(command);
        files.stream().map(Path::toString).forEach(whole::add);
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    private static TandemException notStored(Peer peer, String got) {
        return new TandemException(
                TandemException.Kind.RETRY, peer + ": got " + got + ", expected every image to be stored");
    }
}
