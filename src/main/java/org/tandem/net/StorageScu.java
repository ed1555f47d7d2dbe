package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/**
 * Sends Part 10 files over one association that it opened (PS3.4 Annex B, role SCU). For one thread. An
 * {@link AssociationException} means that the association is over: open another.
 */
public final class StorageScu implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(StorageScu.class);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MAX_MESSAGE_ID = 0xFFFE;

    private final Peer peer;
    private final ScuOptions options;
    private final RequestedAssociation association;
    private final int proposed;
    private final long startNanos = System.nanoTime();
    private int messageId;
    private long objects;
    private long bytes;
    private boolean over;

    private StorageScu(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        this.peer = peer;
        this.options = options;
        this.proposed = proposed.size();
        this.association = RequestedAssociation.open(peer, options, proposed);
    }

    /** Opens an association; throws an {@link AssociationException} where the peer cannot be reached or rejects it. */
    public static StorageScu open(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        return new StorageScu(peer, options, proposed);
    }

    /**
     * Sends one file and waits for the answer. The file's own syntax is sent where the peer took it; otherwise a file
     * that is not compressed is rewritten on the way. Refuses what is no DICOM file before anything is sent.
     */
    public StoreResult store(Path path) {
        StoredFile file = StoredFile.read(path);
        Optional<AcceptedContext> context = contextFor(file.sopClass(), file.syntax());
        if (context.isEmpty()) {
            return StoreResult.noAcceptedContext(
                    SopClasses.name(file.sopClass()) + " in " + file.syntax().name());
        }
        StoreExchange exchange = exchange(context.get());
        StoreResult result = run(() -> exchange.store(file));
        objects++;
        bytes += exchange.sentBytes();
        return result;
    }

    /** Asks whether the peer answers (C-ECHO); takes a context for {@link ProposedContext#VERIFICATION}. */
    public StoreResult echo() {
        Optional<AcceptedContext> context = association.contexts().stream()
                .filter(accepted -> accepted.abstractSyntax().equals(SopClasses.VERIFICATION))
                .findFirst();
        return context.isEmpty()
                ? StoreResult.noAcceptedContext("Verification")
                : run(() -> exchange(context.get()).echo(SopClasses.VERIFICATION));
    }

    /** Releases the association, unless it is over already. */
    @Override
    public void close() {
        if (over) {
            return;
        }
        try {
            association.release();
            end("released");
        } catch (ProtocolViolation e) {
            abort(e.reason(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            abort(AbortReason.SERVICE_USER, "release not answered, " + e.getMessage());
        }
    }

    /** Ends the association at once, without release. */
    public void abort() {
        if (!over) {
            abort(AbortReason.SERVICE_USER, "on request");
        }
    }

    private Optional<AcceptedContext> contextFor(Uid sopClass, TransferSyntax syntax) {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClass) && association.mayAsk(sopClass))
                .filter(context ->
                        same(context.syntax(), syntax) || (!context.syntax().encapsulated() && !syntax.encapsulated()))
                .min(Comparator.comparing((AcceptedContext context) -> !same(context.syntax(), syntax))
                        .thenComparing(context -> !same(context.syntax(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static boolean same(TransferSyntax one, TransferSyntax other) {
        return one.uid().equals(other.uid());
    }

    private StoreExchange exchange(AcceptedContext context) {
        messageId = messageId % MAX_MESSAGE_ID + 1;
        return new StoreExchange(
                association, context, messageId, options.timeouts().response());
    }

    @FunctionalInterface
    private interface Operation {
        StoreResult run() throws IOException;
    }

    private StoreResult run(Operation operation) {
        if (over) {
            throw new AssociationException(
                    TandemException.Kind.RETRY, "The association with " + peer + " is over", null);
        }
        try {
            return operation.run();
        } catch (ProtocolViolation e) {
            abort(e.reason(), String.valueOf(e.getMessage()));
            throw RequestedAssociation.failure("Association with " + peer, e);
        } catch (IOException e) {
            abort(AbortReason.SERVICE_USER, String.valueOf(e.getMessage()));
            throw RequestedAssociation.failure("Association with " + peer, e);
        } catch (RuntimeException e) {
            abort(AbortReason.SERVICE_USER, "a message could not be finished");
            throw e;
        }
    }

    private void abort(AbortReason reason, String why) {
        association.abort(reason);
        end("aborted, " + why);
    }

    private void end(String how) {
        over = true;
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        log.info(
                "Association with {} {}; {} contexts proposed, {} accepted; {} objects, {} bytes in {} s",
                peer,
                how,
                proposed,
                association.contexts().size(),
                objects,
                bytes,
                String.format(Locale.ROOT, "%.1f", seconds));
    }
}
