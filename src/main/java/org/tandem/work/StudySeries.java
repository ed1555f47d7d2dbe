package org.tandem.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.SeriesFacts;

/**
 * A series of a study that may be one channel of a model.
 *
 * @param header of one of its instances
 */
record StudySeries(List<Path> files, DataSet header) {

    StudySeries {
        files = List.copyOf(files);
    }

    /** Empty if there are no files, or the first is none that names a series. */
    static Optional<StudySeries> of(List<Path> files) {
        try {
            return files.stream()
                    .findFirst()
                    .map(file -> DicomFileReader.readHeader(file).dataSet())
                    .filter(header -> header.uid(Tag.SERIES_INSTANCE_UID).isPresent())
                    .map(header -> new StudySeries(files, header));
        } catch (TandemException e) {
            if (e.kind() != TandemException.Kind.REFUSE) {
                throw e;
            }
            return Optional.empty(); // it cannot be a channel; as a series of its own it is refused with the reason
        }
    }

    Uid uid() {
        return header.requireUid(Tag.SERIES_INSTANCE_UID);
    }

    SeriesFacts facts() {
        return new SeriesFacts("", "", files.size(), header);
    }

    /** Whether both are of one patient and one study. */
    boolean isOfStudyOf(StudySeries other) {
        return header.uid(Tag.STUDY_INSTANCE_UID).equals(other.header.uid(Tag.STUDY_INSTANCE_UID))
                && header.string(Tag.PATIENT_ID).equals(other.header.string(Tag.PATIENT_ID));
    }

    /** Whether both lie in one patient space, so that a place in one is the same place in the other. */
    boolean sharesSpaceWith(StudySeries other) {
        Optional<Uid> own = header.uid(Tag.FRAME_OF_REFERENCE_UID);
        return own.isPresent() && own.equals(other.header.uid(Tag.FRAME_OF_REFERENCE_UID));
    }
}
