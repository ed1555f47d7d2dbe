package org.tandem.evaluate;

import java.util.List;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/** One thing that a model tells, and how it is measured. */
sealed interface Measured permits MeasuredSegment, MeasuredClass, MeasuredClasses, MeasuredNumber, MeasuredPlaces {

    String title();

    /** The few measures that are told first, and of each subgroup. */
    List<Report.Row> mainRows(List<CaseRecord> cases);

    /** All others. */
    List<Report.Row> furtherRows(List<CaseRecord> cases);

    List<Plot> plots(List<CaseRecord> cases);
}
