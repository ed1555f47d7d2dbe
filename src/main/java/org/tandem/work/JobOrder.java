package org.tandem.work;

import java.util.List;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;

/**
 * What an inference job is to do.
 *
 * @param revision which round of the series: a late image makes a new one
 * @param route why it is done and where the results go
 */
public record JobOrder(Uid series, int revision, ModelName model, RouteTaken route) {

    /** The route that ordered a job: name of the rule, trigger priority, names of the destinations. */
    public record RouteTaken(String rule, int priority, List<String> destinations) {
        public RouteTaken {
            destinations = List.copyOf(destinations);
        }
    }

    public JobId id() {
        return JobId.of(series, revision, model);
    }
}
