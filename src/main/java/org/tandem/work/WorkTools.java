package org.tandem.work;

import org.tandem.drift.DriftWatch;
import org.tandem.history.History;
import org.tandem.model.ModelStore;

/**
 * What jobs work with: inputs, models, the processor between, the outbox, the peers that results go to, what is kept
 * for others, what was said before, and who watches for change.
 */
public record WorkTools(
        SeriesFiles files,
        ModelStore models,
        SeriesProcessor processor,
        Outbox outbox,
        Destinations destinations,
        Keeping keeping,
        History history,
        DriftWatch watch) {}
