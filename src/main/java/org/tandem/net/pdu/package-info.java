/**
 * The protocol data units of the upper layer (PS3.8 9.3) and what they negotiate (PS3.7 D.3.3): read from bytes that a
 * peer may have made up, and written. Knows no sockets and no services.
 */
@NullMarked
package org.tandem.net.pdu;

import org.jspecify.annotations.NullMarked;
