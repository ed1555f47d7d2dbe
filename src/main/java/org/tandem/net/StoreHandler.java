package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes what {@link StorageScp} receives. Called on the thread of the association; many associations at once. */
public interface StoreHandler {

    /**
     * Stores one data set.
     *
     * @param dataSet the bytes of the data set as they come from the peer, in the transfer syntax of the request; ends
     *     with the last fragment. What is left unread is discarded by the caller. Throws when the peer aborts, times
     *     out or breaks the protocol in mid-object: whatever was written then must be forgotten.
     * @return the status to answer; a bad object is answered, never thrown
     */
    StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException;

    /**
     * As {@link #store}, for a requestor that sends the next object before this one is answered: returns as soon as the
     * data set was read, with the outcome to come, on any thread. Throws as {@link #store} does.
     */
    default CompletionStage<StoreOutcome> begin(StoreRequest request, InputStream dataSet) throws IOException {
        return CompletableFuture.completedFuture(store(request, dataSet));
    }

    /**
     * An association that may have stored something is over.
     *
     * @param released whether it ended by release, not by abort or loss
     */
    default void associationEnded(AssociationInfo association, boolean released) {}
}
