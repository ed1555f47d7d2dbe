package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;

/** What all objects of one run have in common. */
public record ResultContext(SeriesVolume input, Algorithm algorithm, ContentDate made, ResultUids uids) {

    public static ResultContext of(SeriesVolume input, ModelIdentity model, Production production) {
        SourceSeries source = input.source();
        return new ResultContext(
                input,
                Algorithm.of(model, production.device()),
                ContentDate.of(production, source.header()),
                ResultUids.of(source, model));
    }

    public SourceSeries source() {
        return input.source();
    }

    public DataSet header() {
        return source().header();
    }

    public DeviceIdentity device() {
        return algorithm.device();
    }

    public ResultSeries series(ResultKind kind) {
        return ResultSeries.of(kind, uids, algorithm, header());
    }

    public SourceReferences references() {
        return SourceReferences.of(source());
    }
}
