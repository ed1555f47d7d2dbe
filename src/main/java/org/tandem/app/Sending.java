package org.tandem.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.tandem.dicom.TandemException;
import org.tandem.net.Peer;
import org.tandem.net.ProposedContexts;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScu;

/** Sends files to a peer over one or several associations at once. */
final class Sending {

    private final Peer peer;
    private final ScuOptions options;
    private final int associations;

    /** What became of one file; a failure says why. */
    record Answer(Path file, boolean stored, String text) {}

    Sending(Peer peer, ScuOptions options, int associations) {
        this.peer = peer;
        this.options = options;
        this.associations = associations;
    }

    /** Sends all files, each once, and answers what became of each. */
    List<Answer> send(List<Path> files, Runnable afterEach) throws InterruptedException {
        int threads = Math.max(1, Math.min(associations, files.size()));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<Answer>>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                List<Path> share = share(files, i, threads);
                shares.add(() -> sendShare(share, afterEach));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> done : executor.invokeAll(shares)) {
                answers.addAll(done.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new TandemException(TandemException.Kind.BUG, "Sending failed: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Path> share(List<Path> files, int first, int step) {
        List<Path> share = new ArrayList<>();
        for (int i = first; i < files.size(); i += step) {
            share.add(files.get(i));
        }
        return share;
    }

    private List<Answer> sendShare(List<Path> files, Runnable afterEach) {
        List<Answer> answers = new ArrayList<>();
        List<Path> readable = new ArrayList<>();
        for (Path file : files) {
            unreadable(file).ifPresentOrElse(answers::add, () -> readable.add(file));
        }
        answers.forEach(answer -> afterEach.run());
        if (!readable.isEmpty()) {
            answers.addAll(sendReadable(readable, afterEach));
        }
        return answers;
    }

    /** One file without meta information must not keep the others from being sent. */
    private static Optional<Answer> unreadable(Path file) {
        try {
            var unused = ProposedContexts.of(List.of(file));
            return Optional.empty();
        } catch (TandemException e) {
            return Optional.of(new Answer(file, false, e.getMessage()));
        }
    }

    private List<Answer> sendReadable(List<Path> files, Runnable afterEach) {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        try (StorageScu scu = StorageScu.open(peer, options, ProposedContexts.of(files))) {
            for (Path file : files) {
                sendOne(scu, file, answer -> {
                    answers.put(file, answer);
                    afterEach.run();
                });
            }
            scu.awaitAnswers();
        } catch (TandemException e) {
            for (Path file : files) {
                if (answers.putIfAbsent(file, new Answer(file, false, e.getMessage())) == null) {
                    afterEach.run();
                }
            }
        }
        return List.copyOf(answers.values());
    }

    /** A file that cannot be read does not end the association; a lost association does. */
    private static void sendOne(StorageScu scu, Path file, Consumer<Answer> answered) {
        try {
            scu.send(file, result -> answered.accept(new Answer(file, result.stored(), result.toString())));
        } catch (TandemException e) {
            if (e.kind() != TandemException.Kind.REFUSE) {
                throw e;
            }
            answered.accept(new Answer(file, false, e.getMessage()));
        }
    }
}
