package org.tandem.net;

import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/** A presentation context that both sides agreed upon. */
record AcceptedContext(int id, Uid abstractSyntax, TransferSyntax syntax) {}
