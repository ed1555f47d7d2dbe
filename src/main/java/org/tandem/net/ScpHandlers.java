package org.tandem.net;

/** Who does what peers ask for. */
record ScpHandlers(StoreHandler store, CommitmentHandler commitment) {

    boolean commits() {
        return commitment != CommitmentHandler.NONE;
    }
}
