package org.tandem.work;

import java.util.List;

/** How one run of an inference job ended. */
public sealed interface JobOutcome {

    /** What people read about it in the ledger. */
    String message();

    /** What is on disk and is to be delivered. */
    default Filed filed() {
        return Filed.NOTHING;
    }

    /**
     * Results on disk.
     *
     * @param parcels what each destination gets; one that has none here gets all
     */
    record Filed(List<ResultRecord> results, List<Parcel> parcels) {

        static final Filed NOTHING = new Filed(List.of(), List.of());

        public Filed {
            results = List.copyOf(results);
            parcels = List.copyOf(parcels);
        }
    }

    /** Results are on disk, and are to be delivered to the destinations of the order. */
    record Done(Filed filed, String message) implements JobOutcome {

        /** Where every destination gets all. */
        public Done(List<ResultRecord> results, String message) {
            this(new Filed(results, List.of()), message);
        }
    }

    /** There are no results, and none will come by themselves. */
    sealed interface Unread extends JobOutcome {

        /** The same, with a report that says so. */
        Unread telling(Filed report);

        /** The same, with something more to read. */
        Unread noting(String note);
    }

    /** Will never succeed: the reasons are in the message, each with its code. */
    record Refused(String message, Filed filed) implements Unread {

        /** That nobody is told of. */
        public Refused(String message) {
            this(message, Filed.NOTHING);
        }

        @Override
        public Refused telling(Filed report) {
            return new Refused(message, report);
        }

        @Override
        public Refused noting(String note) {
            return new Refused(message + "; " + note, filed);
        }
    }

    /** May succeed later: goes back to the queue. */
    record Again(String message) implements JobOutcome {}

    /** Has failed too often: dead letter. */
    record Dead(String message, Filed filed) implements Unread {

        /** That nobody is told of. */
        public Dead(String message) {
            this(message, Filed.NOTHING);
        }

        @Override
        public Dead telling(Filed report) {
            return new Dead(message, report);
        }

        @Override
        public Dead noting(String note) {
            return new Dead(message + "; " + note, filed);
        }
    }
}
