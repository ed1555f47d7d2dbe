package org.tandem.net;

import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/**
 * What a C-STORE request says before its data set comes (PS3.7 9.1.1): what is sent, how it is encoded, and by whom.
 *
 * @param sopClass Affected SOP Class UID (0000,0002)
 * @param sopInstance Affected SOP Instance UID (0000,1000)
 * @param syntax the transfer syntax of the presentation context
 * @param association who sends it, on which association
 */
public record StoreRequest(Uid sopClass, Uid sopInstance, TransferSyntax syntax, AssociationInfo association) {}
