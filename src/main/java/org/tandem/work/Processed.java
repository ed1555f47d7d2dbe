package org.tandem.work;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.tandem.drift.Observed;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.Refusal;

/** What came of processing a series. */
public sealed interface Processed {

    /**
     * Results.
     *
     * @param findings what was found, a line each, for people
     * @param observed what drift is told by
     */
    record Done(Packed packed, List<String> findings, Observed observed, Took took) implements Processed {
        public Done {
            findings = List.copyOf(findings);
        }

        /** All objects, whoever gets them. */
        public List<ResultObject> results() {
            return packed.objects();
        }
    }

    /** The reasons why there are no results. */
    record Refused(List<Refusal> refusals) implements Processed {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        /** The reasons as one text, each with its code. */
        public String message() {
            return refusals.stream().map(r -> r.reason() + ": " + r.message()).collect(Collectors.joining("; "));
        }
    }

    /** How long reading, inference and building took. */
    record Took(Duration read, Duration infer, Duration build) {}
}
