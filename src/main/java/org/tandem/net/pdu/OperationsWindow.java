package org.tandem.net.pdu;

import org.tandem.dicom.TandemException;

/**
 * Asynchronous Operations Window (PS3.7 D.3.3.3): how many operations may be outstanding, as the requestor of the
 * association counts them, in its request and in the answer alike; 0 for any number.
 *
 * @param invoked by the requestor, performed by the acceptor
 * @param performed by the requestor, invoked by the acceptor
 */
public record OperationsWindow(int invoked, int performed) {

    /** One operation at a time each way: what holds where nothing is negotiated. */
    public static final OperationsWindow SYNCHRONOUS = new OperationsWindow(1, 1);

    private static final int MAX_COUNT = 0xFFFF;

    public OperationsWindow {
        if (!isCount(invoked) || !isCount(performed)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "operations: got " + invoked + " and " + performed + ", expected 0 to " + MAX_COUNT);
        }
    }

    private static boolean isCount(int number) {
        return number >= 0 && number <= MAX_COUNT;
    }

    /** The answer of an acceptor that performs so many operations at once, and invokes one at a time. */
    public OperationsWindow answer(int maxPerformedHere) {
        return new OperationsWindow(least(invoked, maxPerformedHere), 1);
    }

    /** What holds once this was offered and that answered: never more than was offered. */
    public OperationsWindow agreed(OperationsWindow answered) {
        return new OperationsWindow(least(invoked, answered.invoked), least(performed, answered.performed));
    }

    private static int least(int one, int other) {
        if (one == 0 || other == 0) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }
}
