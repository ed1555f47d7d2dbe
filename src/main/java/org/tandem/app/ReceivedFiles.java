package org.tandem.app;

import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.Uid;
import org.tandem.ingest.InstanceIndex;
import org.tandem.ingest.InstanceReceiver;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SeriesState;
import org.tandem.work.SeriesFiles;

/** The files of what was received. */
record ReceivedFiles(InstanceIndex index, InstanceReceiver receiver, SeriesLedger ledger) implements SeriesFiles {

    @Override
    public List<Path> of(Uid series, int revision) {
        return index.ofSeries(series).stream().map(receiver::file).toList();
    }

    @Override
    public List<List<Path>> othersInStudy(Uid series) {
        return ledger
                .find(series)
                .map(record -> ledger.ofStudy(record.identity().study()))
                .orElse(List.of())
                .stream()
                .filter(other -> !other.uid().equals(series) && other.state() != SeriesState.RECEIVING)
                .map(other -> of(other.uid(), other.revision()))
                .toList();
    }
}
