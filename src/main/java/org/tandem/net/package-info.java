/**
 * The upper layer (PS3.8) and the DIMSE services (PS3.7) over TCP, as acceptor and as requestor; PDUs themselves are in
 * {@link org.tandem.net.pdu}, certificates in {@link org.tandem.net.tls}.
 *
 * <p>In come associations: {@link org.tandem.net.StorageScp} negotiates them and hands each data set, as a stream that
 * is never held in memory, to a {@link org.tandem.net.StoreHandler}. Out go files: {@link org.tandem.net.StorageScu}.
 * Read {@code AcceptedAssociation} first: it is the acceptor's state machine from the first byte to the last.
 *
 * <p>Blocking sockets, one thread an association; every wait for a peer has a limit, and so has every length that a
 * peer announces. Here, and only here, exceptions become DIMSE status codes.
 */
@NullMarked
package org.tandem.net;

import org.jspecify.annotations.NullMarked;
