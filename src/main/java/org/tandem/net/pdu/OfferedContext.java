package org.tandem.net.pdu;

import java.util.List;

/**
 * A presentation context as an A-ASSOCIATE-RQ offers it (PS3.8 9.3.2.2). The UIDs are text, for a peer may send
 * anything.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax empty if the peer sent none
 */
public record OfferedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

    public OfferedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
