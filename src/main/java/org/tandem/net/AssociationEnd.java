package org.tandem.net;

/**
 * How an association ended.
 *
 * @param how for the log, after the name of the peer
 * @param released by release, not by abort or loss
 * @param lingers whether the peer is now to close the connection (state 13); else there is no connection left
 */
record AssociationEnd(String how, boolean released, boolean lingers) {

    static final AssociationEnd RELEASED = new AssociationEnd("released", true, true);

    static AssociationEnd aborted(String why) {
        return new AssociationEnd("aborted by us, " + why, false, true);
    }

    static AssociationEnd lost(String why) {
        return new AssociationEnd("lost, " + why, false, false);
    }
}
