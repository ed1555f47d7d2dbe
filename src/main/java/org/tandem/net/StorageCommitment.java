package org.tandem.net;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.Role;

/** The constants of Storage Commitment Push Model (PS3.4 Annex J, PS3.6 Table A-1). */
final class StorageCommitment {

    static final Uid SOP_CLASS = SopClasses.STORAGE_COMMITMENT_PUSH_MODEL;

    /** The one instance that there is, well known (PS3.4 J.3.5). */
    static final Uid SOP_INSTANCE = new Uid("1.2.840.10008.1.20.1.1");

    /** Action Type ID of the one action (PS3.4 Table J.3-1). */
    static final int REQUEST = 1;

    private StorageCommitment() {}

    /** For asking ({@link Role#SCU}) or for telling ({@link Role#SCP}). */
    static ProposedContext context(Role role) {
        return new ProposedContext(
                SOP_CLASS,
                List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                role);
    }
}
