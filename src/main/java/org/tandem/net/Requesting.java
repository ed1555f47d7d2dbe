package org.tandem.net;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.ProtocolViolation;

/**
 * Operations over one association that we opened, until one of them breaks it: what the peer does wrong ends the
 * association, with an abort that says why. For one thread.
 */
final class Requesting {

    private static final Logger log = LoggerFactory.getLogger(Requesting.class);
    private static final int MAX_MESSAGE_ID = 0xFFFE;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Peer peer;
    private final RequestedAssociation association;
    private final long startNanos = System.nanoTime();
    private Supplier<String> account = () -> "";
    private int messageId;
    private boolean over;

    private Requesting(Peer peer, RequestedAssociation association) {
        this.peer = peer;
        this.association = association;
    }

    /** Opens an association; throws an {@link AssociationException} where the peer cannot be reached or rejects it. */
    static Requesting open(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        return new Requesting(peer, RequestedAssociation.open(peer, options, proposed));
    }

    /** What the log says of the association at its end, beside how it ended. */
    void accountBy(Supplier<String> words) {
        account = words;
    }

    RequestedAssociation association() {
        return association;
    }

    boolean over() {
        return over;
    }

    /** What is done over an association. */
    @FunctionalInterface
    interface Operation<T> {
        T run(RequestedAssociation association, int messageId) throws IOException;
    }

    /** A part of what is done. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** The context for a SOP class, in explicit VR if there is a choice. */
    Optional<AcceptedContext> context(Uid sopClass) {
        return association.contexts().stream()
                .filter(context -> context.abstractSyntax().equals(sopClass))
                .min(Comparator.comparing(
                        context -> !context.syntax().uid().equals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())));
    }

    /** Runs an operation under a message id of its own. */
    <T> T run(Operation<T> operation) {
        return run(() -> {
            messageId = messageId % MAX_MESSAGE_ID + 1;
            return operation.run(association, messageId);
        });
    }

    /** Runs an operation, or several, that number their messages themselves. */
    <T> T run(Step<T> step) {
        if (over) {
            throw new AssociationException(
                    TandemException.Kind.RETRY, "The association with " + peer + " is over", null);
        }
        try {
            return step.run();
        } catch (ProtocolViolation e) {
            abort(e.reason(), String.valueOf(e.getMessage()));
            throw RequestedAssociation.failure("Association with " + peer, e);
        } catch (IOException e) {
            abort(AbortReason.SERVICE_USER, String.valueOf(e.getMessage()));
            throw RequestedAssociation.failure("Association with " + peer, e);
        } catch (RuntimeException e) {
            abort(AbortReason.SERVICE_USER, "an operation could not be finished");
            throw e;
        }
    }

    /** Releases the association, unless it is over already; whether that went as it should. */
    boolean release() {
        if (over) {
            return false;
        }
        try {
            association.release();
            end("released");
            return true;
        } catch (ProtocolViolation e) {
            abort(e.reason(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            abort(AbortReason.SERVICE_USER, "release not answered, " + e.getMessage());
        }
        return false;
    }

    /** Ends the association at once, without release, unless it is over already. */
    void abort(AbortReason reason, String why) {
        if (!over) {
            association.abort(reason);
            end("aborted, " + why);
        }
    }

    private void end(String how) {
        over = true;
        double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        log.info(
                "Association with {} {}; {}{} s",
                peer,
                how,
                account.get(),
                String.format(Locale.ROOT, "%.1f", seconds));
    }
}
