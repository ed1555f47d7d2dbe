package org.tandem.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * Reads what can be read of a series that is no volume: patient, study and series from the first instance that says
 * them, and every instance of that patient, study and series that can be named. For reports that a series was not
 * processed.
 */
public final class SeriesHeaders {

    private SeriesHeaders() {}

    /** Empty if no instance says what it is; what cannot be read is left out. */
    public static Optional<SourceSeries> read(List<Path> files) {
        List<DataSet> headers = files.stream()
                .map(SeriesHeaders::header)
                .flatMap(Optional::stream)
                .toList();
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        DataSet first = headers.get(0);
        List<SourceSlice> instances = new ArrayList<>();
        for (DataSet header : headers) {
            if (isOf(first, header)) {
                instances.add(new SourceSlice(
                        header.requireUid(Tag.SOP_CLASS_UID),
                        header.requireUid(Tag.SOP_INSTANCE_UID),
                        OptionalInt.empty(),
                        List.of()));
            }
        }
        return Optional.of(new SourceSeries(first, instances, new PictureGeometry(List.of(), false)));
    }

    private static Optional<DataSet> header(Path file) {
        try {
            DataSet header = DicomFileReader.readHeader(file).dataSet();
            return SourceImage.missingIdentifier(header).isEmpty() ? Optional.of(header) : Optional.empty();
        } catch (TandemException e) {
            return Optional.empty(); // named by the refusal that this is for
        }
    }

    private static boolean isOf(DataSet one, DataSet other) {
        return one.string(Tag.PATIENT_ID).equals(other.string(Tag.PATIENT_ID))
                && one.uid(Tag.STUDY_INSTANCE_UID).equals(other.uid(Tag.STUDY_INSTANCE_UID))
                && one.uid(Tag.SERIES_INSTANCE_UID).equals(other.uid(Tag.SERIES_INSTANCE_UID));
    }
}
