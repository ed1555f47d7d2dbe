package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.series.SourceSeries;

/**
 * What all objects of one run on one volume or picture have in common.
 *
 * @param instanceNumber Instance Number (0020,0013) of an object of each kind: of the pictures of a series each has
 *     another
 * @param predecessors earlier reports that those of this run replace
 */
public record ResultContext(
        SourceSeries source,
        Algorithm algorithm,
        ContentDate made,
        ResultUids uids,
        int instanceNumber,
        List<Predecessor> predecessors) {

    public ResultContext {
        predecessors = List.copyOf(predecessors);
    }

    public static ResultContext of(SourceSeries source, ModelIdentity model, Production production) {
        return new ResultContext(
                source,
                Algorithm.of(model, production.device()),
                ContentDate.of(production, source.header()),
                ResultUids.of(source, model),
                1,
                List.of());
    }

    /** The same, where there are earlier reports to be replaced. */
    public ResultContext replacing(List<Predecessor> others) {
        return new ResultContext(source, algorithm, made, uids, instanceNumber, others);
    }

    /** The same, of the picture with this number in its series, from 1. */
    public ResultContext numbered(int number) {
        return new ResultContext(source, algorithm, made, uids, number, predecessors);
    }

    public DataSet header() {
        return source.header();
    }

    public DeviceIdentity device() {
        return algorithm.device();
    }

    public ResultSeries series(ResultKind kind) {
        return ResultSeries.of(kind, this);
    }

    public SourceReferences references() {
        return SourceReferences.of(source);
    }
}
