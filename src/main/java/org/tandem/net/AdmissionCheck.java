package org.tandem.net;

/** Says whether one more association can be served now; asked on the association's thread, so it must be quick. */
@FunctionalInterface
public interface AdmissionCheck {

    /** Whether to take it: if not, it is refused as temporary congestion (2,3,1) and the peer may try again later. */
    boolean admits(AssociationInfo association);
}
