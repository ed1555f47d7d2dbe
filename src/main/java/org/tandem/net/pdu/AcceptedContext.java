package org.tandem.net.pdu;

import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/** A presentation context that both sides agreed upon. */
public record AcceptedContext(int id, Uid abstractSyntax, TransferSyntax syntax) {}
