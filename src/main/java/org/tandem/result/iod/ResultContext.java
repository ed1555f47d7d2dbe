package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.series.SourceSeries;

/**
 * What all objects of one run have in common.
 *
 * @param predecessors earlier reports that those of this run replace
 */
public record ResultContext(
        SourceSeries source, Algorithm algorithm, ContentDate made, ResultUids uids, List<Predecessor> predecessors) {

    public ResultContext {
        predecessors = List.copyOf(predecessors);
    }

    public static ResultContext of(SourceSeries source, ModelIdentity model, Production production) {
        return new ResultContext(
                source,
                Algorithm.of(model, production.device()),
                ContentDate.of(production, source.header()),
                ResultUids.of(source, model),
                List.of());
    }

    /** The same, where there are earlier reports to be replaced. */
    public ResultContext replacing(List<Predecessor> others) {
        return new ResultContext(source, algorithm, made, uids, others);
    }

    public DataSet header() {
        return source.header();
    }

    public DeviceIdentity device() {
        return algorithm.device();
    }

    public ResultSeries series(ResultKind kind) {
        return ResultSeries.of(kind, uids, algorithm, header());
    }

    public SourceReferences references() {
        return SourceReferences.of(source);
    }
}
