package org.tandem.net;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** How the responses of one association leave. Called by the thread that reads its requests. */
interface Responses {

    /** Whether requests are read while earlier ones have no outcome yet. */
    boolean several();

    /** Whether a request with this message id has no response yet. */
    boolean underWay(int messageId);

    /** Waits until one more request may be under way. */
    void awaitRoom();

    /** Responds to a request when its outcome is there. */
    void respond(Message request, CompletionStage<StoreOutcome> outcome) throws IOException;

    /** Waits until all requests have their responses. */
    void finish() throws IOException;

    /** Sends no more: the association is aborted. */
    void silence();

    /**
     * Sends no more, and waits until all requests have their outcomes: nobody works for this association any longer.
     */
    void end();

    /** For an association with this window: 1 for one operation at a time. */
    static Responses of(MessageWriter writer, int window, Runnable cut) {
        return window == 1 ? new OneResponse(writer) : new QueuedResponses(writer, window, cut);
    }

    /** One request at a time: the response leaves before the next request is read. */
    record OneResponse(MessageWriter writer) implements Responses {

        @Override
        public boolean several() {
            return false;
        }

        @Override
        public boolean underWay(int messageId) {
            return false;
        }

        @Override
        public void awaitRoom() {}

        @Override
        public void respond(Message request, CompletionStage<StoreOutcome> outcome) throws IOException {
            try {
                writer.send(
                        request.context().id(),
                        Commands.response(request, outcome.toCompletableFuture().join()));
            } catch (CompletionException e) {
                throw new IOException("outcome not known", e);
            }
        }

        @Override
        public void finish() {}

        @Override
        public void silence() {}

        @Override
        public void end() {}
    }
}
