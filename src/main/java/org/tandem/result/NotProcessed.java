package org.tandem.result;

import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.Production;
import org.tandem.series.SourceSeries;

/**
 * A series that a model was to read and did not.
 *
 * @param reason in a sentence, without the identity of a patient
 */
public record NotProcessed(SourceSeries source, ModelIdentity model, String reason, Production production) {}
