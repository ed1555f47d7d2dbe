package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProposedContext;

/**
 * Sends Part 10 files over one association that it opened (PS3.4 Annex B, role SCU). For one thread. An
 * {@link AssociationException} means that the association is over: open another.
 */
public final class StorageScu implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(StorageScu.class);

    private final Requesting requesting;
    private final RequestedAssociation association;
    private final boolean deflates;
    private final StoreExchange exchange;

    private StorageScu(Peer peer, ScuOptions options, Collection<ProposedContext> proposed, boolean deflates) {
        this.requesting = Requesting.open(peer, options, proposed);
        this.association = requesting.association();
        this.deflates = deflates;
        this.exchange = new StoreExchange(association, options.timeouts().response());
        requesting.accountBy(() -> String.format(
                Locale.ROOT,
                "%d contexts proposed, %d accepted; %d objects, %d bytes in ",
                proposed.size(),
                association.contexts().size(),
                exchange.objects(),
                exchange.sentBytes()));
    }

    /** Opens an association; throws an {@link AssociationException} where the peer cannot be reached or rejects it. */
    public static StorageScu open(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        return new StorageScu(peer, options, proposed, false);
    }

    /**
     * Opens an association for these files; segmentations among them, which shrink to a tenth and less, go deflated
     * where the peer takes that. Throws as {@link #open}.
     */
    public static StorageScu deflating(Peer peer, ScuOptions options, Collection<Path> files) {
        return new StorageScu(peer, options, ProposedContexts.deflating(files), true);
    }

    /**
     * Sends one file and waits for the answer. The file's own syntax is sent where the peer took it; otherwise a file
     * that is not compressed is rewritten on the way. Refuses what is no DICOM file before anything is sent.
     */
    public StoreResult store(Path path) {
        Holder answer = new Holder();
        send(path, answer);
        awaitAnswers();
        return answer.get();
    }

    /**
     * Sends one file as {@link #store} does, and waits for answers only while as many files are unanswered as the peer
     * granted (PS3.7 D.3.3.3), one if nothing was negotiated. The answer goes to whoever is given, in this call or in a
     * later one; answers come in any order.
     */
    public void send(Path path, Consumer<StoreResult> answered) {
        StoredFile file = StoredFile.read(path);
        Optional<AcceptedContext> context = contextFor(file.sopClass(), file.syntax());
        if (context.isEmpty()) {
            answered.accept(StoreResult.noAcceptedContext(
                    SopClasses.name(file.sopClass()) + " in " + file.syntax().name()));
            return;
        }
        run(() -> exchange.store(file, context.get(), answered));
    }

    /** Waits until every file that was sent is answered. */
    public void awaitAnswers() {
        run(() -> exchange.awaitAnswers(0));
    }

    /**
     * The files that were sent and not answered, in the order of sending: after an {@link AssociationException} those
     * of which nobody knows whether the peer has them.
     */
    public List<Path> unanswered() {
        return exchange.unanswered();
    }

    /** Asks whether the peer answers (C-ECHO); takes a context for {@link ProposedContext#VERIFICATION}. */
    public StoreResult echo() {
        Optional<AcceptedContext> context = association.contexts().stream()
                .filter(accepted -> accepted.abstractSyntax().equals(SopClasses.VERIFICATION))
                .findFirst();
        if (context.isEmpty()) {
            return StoreResult.noAcceptedContext("Verification");
        }
        Holder answer = new Holder();
        run(() -> exchange.echo(context.get(), SopClasses.VERIFICATION, answer));
        return answer.get();
    }

    /** Whether the peer took a context for this SOP class, in whatever syntax. */
    public boolean accepts(Uid sopClass) {
        return association.contexts().stream()
                .anyMatch(context -> context.abstractSyntax().equals(sopClass));
    }

    /** Whether uncompressed files of this SOP class go deflated over this association. */
    public boolean deflates(Uid sopClass) {
        return deflates
                && ProposedContexts.isBetterDeflated(sopClass, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                && association.contexts().stream()
                        .anyMatch(context -> context.abstractSyntax().equals(sopClass)
                                && context.syntax().deflated());
    }

    /** Releases the association once all is answered, unless it is over already. */
    @Override
    public void close() {
        if (requesting.over()) {
            return;
        }
        try {
            awaitAnswers();
            requesting.release();
        } catch (AssociationException e) {
            log.debug("Over before its release: {}", e.getMessage());
        }
    }

    /** Ends the association at once, without release. */
    public void abort() {
        requesting.abort(AbortReason.SERVICE_USER, "on request");
    }

    private Optional<AcceptedContext> contextFor(Uid sopClass, TransferSyntax syntax) {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClass) && association.mayAsk(sopClass))
                .filter(context ->
                        same(context.syntax(), syntax) || (!context.syntax().encapsulated() && !syntax.encapsulated()))
                .min(Comparator.comparing((AcceptedContext context) -> !deflates
                                || !context.syntax().deflated()
                                || !ProposedContexts.isBetterDeflated(sopClass, syntax))
                        .thenComparing(context -> !same(context.syntax(), syntax))
                        .thenComparing(context -> !same(context.syntax(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static boolean same(TransferSyntax one, TransferSyntax other) {
        return one.uid().equals(other.uid());
    }

    /** Keeps an answer until it is asked for. */
    private static final class Holder implements Consumer<StoreResult> {

        private @Nullable StoreResult result;

        @Override
        public void accept(StoreResult answer) {
            result = answer;
        }

        StoreResult get() {
            return Objects.requireNonNull(result, "all answers were awaited");
        }
    }

    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }

    private void run(Operation operation) {
        requesting.run(() -> {
            operation.run();
            return exchange;
        });
    }
}
