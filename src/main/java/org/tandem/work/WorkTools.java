package org.tandem.work;

import org.tandem.model.ModelStore;

/**
 * What jobs work with: inputs, models, the processor between, the outbox, the peers that results go to, and what is
 * kept for others.
 */
public record WorkTools(
        SeriesFiles files,
        ModelStore models,
        SeriesProcessor processor,
        Outbox outbox,
        Destinations destinations,
        Keeping keeping) {}
