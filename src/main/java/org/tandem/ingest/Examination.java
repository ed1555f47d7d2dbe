package org.tandem.ingest;

import java.nio.file.Path;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.ReadOptions;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreRequest;

/** Reads what was received, but for its long values, and compares it with what the command announced. */
final class Examination {

    private Examination() {}

    static Judgement of(StoreRequest request, Path part, ReadOptions options) {
        try {
            return compare(request, read(request, part, options));
        } catch (TandemException e) {
            if (e.kind() == TandemException.Kind.RETRY) {
                throw new SpoolException("Part cannot be read again: " + e.getMessage(), e);
            }
            return new Judgement.Unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // whatever bytes do to the parser: they are the peer's, and the node lives on
            return new Judgement.Unreadable(e.toString());
        }
    }

    /**
     * Walks to the end, so that an object that was cut off is found out, with long values left in the file. What is
     * deflated would come into memory whole: of that only the header is read.
     */
    private static DataSet read(StoreRequest request, Path part, ReadOptions options) {
        boolean deflated = request.syntax().deflated();
        return (deflated ? DicomFileReader.readHeader(part, options) : DicomFileReader.read(part, options)).dataSet();
    }

    private static Judgement compare(StoreRequest request, DataSet header) {
        Optional<Judgement> mismatch = differs(header, Tag.SOP_CLASS_UID, request.sopClass())
                .or(() -> differs(header, Tag.SOP_INSTANCE_UID, request.sopInstance()))
                .or(() -> missing(header, Tag.STUDY_INSTANCE_UID))
                .or(() -> missing(header, Tag.SERIES_INSTANCE_UID));
        return mismatch.orElseGet(() -> new Judgement.Acceptable(identity(header), modality(header)));
    }

    private static Optional<Judgement> differs(DataSet header, int tag, Uid announced) {
        return header.uid(tag).filter(announced::equals).isPresent()
                ? Optional.empty()
                : Optional.of(mismatch(Tag.format(tag) + " is not what the command announced"));
    }

    private static Optional<Judgement> missing(DataSet header, int tag) {
        return header.uid(tag).isPresent()
                ? Optional.empty()
                : Optional.of(mismatch(Tag.format(tag) + " is missing or no UID"));
    }

    private static Judgement mismatch(String comment) {
        return new Judgement.Mismatch(DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS, comment);
    }

    static InstanceIdentity identity(DataSet header) {
        return new InstanceIdentity(
                header.requireUid(Tag.SOP_CLASS_UID),
                header.requireUid(Tag.SOP_INSTANCE_UID),
                header.requireUid(Tag.STUDY_INSTANCE_UID),
                header.requireUid(Tag.SERIES_INSTANCE_UID));
    }

    static String modality(DataSet header) {
        return header.string(Tag.MODALITY).orElse("");
    }
}
