package org.tandem.result;

import org.tandem.dicom.DataSet;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;

/** What all objects of one run have in common. */
record ResultContext(SeriesVolume input, Algorithm algorithm, ContentDate made, ResultUids uids) {

    static ResultContext of(ResultInput input) {
        SourceSeries source = input.source().source();
        return new ResultContext(
                input.source(),
                Algorithm.of(input.model(), input.production().device()),
                ContentDate.of(input.production(), source.header()),
                ResultUids.of(source, input.model()));
    }

    SourceSeries source() {
        return input.source();
    }

    DataSet header() {
        return source().header();
    }

    DeviceIdentity device() {
        return algorithm.device();
    }

    ResultSeries series(ResultKind kind) {
        return ResultSeries.of(kind, uids, algorithm, header());
    }

    SourceReferences references() {
        return SourceReferences.of(source());
    }
}
