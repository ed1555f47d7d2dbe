package org.tandem.net.pdu;

import java.util.List;

/** A-ASSOCIATE-AC (PS3.8 9.3.3). */
public record AssociateAccept(
        AssociateHeader header, String applicationContext, List<AnsweredContext> contexts, UserInformation user)
        implements Pdu {

    public AssociateAccept {
        contexts = List.copyOf(contexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_AC;
    }
}
