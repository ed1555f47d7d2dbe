package org.tandem.net.pdu;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/**
 * A presentation context to propose: a SOP class, the transfer syntaxes of which the peer is to choose one, and what we
 * want to be.
 *
 * @param role asked for by role selection, one for a SOP class; {@link Role#SCU} needs none
 */
public record ProposedContext(Uid sopClass, List<TransferSyntax> syntaxes, Role role) {

    /** Odd context ids from 1 to 255 (PS3.8 9.3.2.2). */
    public static final int MAX_CONTEXTS = 128;

    /** For C-ECHO. */
    public static final ProposedContext VERIFICATION =
            new ProposedContext(SopClasses.VERIFICATION, List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));

    public ProposedContext {
        syntaxes = List.copyOf(syntaxes);
        if (syntaxes.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.BUG, "Context for " + sopClass + " proposes no transfer syntax");
        }
    }

    /** Where we are the SCU. */
    public ProposedContext(Uid sopClass, List<TransferSyntax> syntaxes) {
        this(sopClass, syntaxes, Role.SCU);
    }
}
