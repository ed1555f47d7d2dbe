package org.tandem.net;

import java.util.List;

/** A-ASSOCIATE-AC (PS3.8 9.3.3). */
record AssociateAccept(
        AssociateHeader header, String applicationContext, List<AnsweredContext> contexts, UserInformation user)
        implements Pdu {

    AssociateAccept {
        contexts = List.copyOf(contexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_AC;
    }
}
