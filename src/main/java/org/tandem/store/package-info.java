/**
 * The database: H2 in a file, or PostgreSQL.
 *
 * <p>Implements the ports of the packages that need rows. Read {@link Database} first, then {@link Transactions}: what
 * several ports write on one thread inside {@link Transactions#inTransaction} is committed together.
 */
@NullMarked
package org.tandem.store;

import org.jspecify.annotations.NullMarked;
