/**
 * Receives instances and answers Success only for what survives a crash.
 *
 * <p>In: the data set of a C-STORE as a stream ({@link org.tandem.net.StoreHandler}). Out: a file in the spool, a row
 * in the index, and a call to the {@link ArrivalListener}, all before the answer. Read {@link InstanceReceiver} first,
 * then {@link Filing}. Why it is durable: docs/adr/0001-durability.md.
 */
@NullMarked
package org.tandem.ingest;

import org.jspecify.annotations.NullMarked;
