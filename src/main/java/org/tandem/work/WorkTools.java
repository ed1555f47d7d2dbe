package org.tandem.work;

import org.tandem.model.ModelStore;

/** What jobs work with: inputs, models, the processor between, the outbox, and the peers that results go to. */
public record WorkTools(
        SeriesFiles files, ModelStore models, SeriesProcessor processor, Outbox outbox, Destinations destinations) {}
