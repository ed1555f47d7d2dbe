package org.tandem.drift;

import java.time.LocalDate;
import java.util.List;
import org.tandem.model.ModelName;

/** The rows of what was observed: one for each day, model, scanner and quantity, however many exams there were. */
public interface DriftLedger {

    /** Adds what was observed of one run. */
    void add(LocalDate day, ModelName model, Observed observed);

    /** What there is from a day on and before another one, each day for itself. */
    List<DriftRow> between(LocalDate from, LocalDate before);
}
