package org.tandem.net;

import org.tandem.net.pdu.ProposedContext;

/**
 * How many associations an acceptor bears, and what one may ask for.
 *
 * @param inAll open at once; each has a thread
 * @param ofOnePeer open at once from one calling AE title at one host, so that no peer takes all places
 * @param contexts presentation contexts that are looked at in one request; the rest are refused
 * @param operations that one association may have under way, where its requestor asks for more than one (PS3.7 D.3.3.3)
 */
public record AssociationLimits(int inAll, int ofOnePeer, int contexts, int operations) {

    public static final AssociationLimits DEFAULT = new AssociationLimits(64, 32, ProposedContext.MAX_CONTEXTS, 16);

    /** Above this one association would hold more memory in waiting answers than it could save in time. */
    private static final int MOST_OPERATIONS = 256;

    public AssociationLimits {
        Check.atLeast("associations in all", inAll, 1);
        Check.atLeast("associations of one peer", ofOnePeer, 1);
        Check.atLeast("presentation contexts", contexts, 1);
        Check.within("presentation contexts", contexts, ProposedContext.MAX_CONTEXTS);
        Check.atLeast("operations", operations, 1);
        Check.within("operations", operations, MOST_OPERATIONS);
    }

    public AssociationLimits withInAll(int value) {
        return new AssociationLimits(value, ofOnePeer, contexts, operations);
    }

    public AssociationLimits withOfOnePeer(int value) {
        return new AssociationLimits(inAll, value, contexts, operations);
    }

    public AssociationLimits withContexts(int value) {
        return new AssociationLimits(inAll, ofOnePeer, value, operations);
    }

    public AssociationLimits withOperations(int value) {
        return new AssociationLimits(inAll, ofOnePeer, contexts, value);
    }
}
