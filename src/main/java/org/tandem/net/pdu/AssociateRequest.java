package org.tandem.net.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 9.3.2).
 *
 * @param applicationContext empty if the peer sent none
 */
public record AssociateRequest(
        AssociateHeader header, String applicationContext, List<OfferedContext> contexts, UserInformation user)
        implements Pdu {

    /** The DICOM application context name (PS3.7 A.2.1), the only one there is. */
    public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    public AssociateRequest {
        contexts = List.copyOf(contexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_RQ;
    }
}
