package org.tandem.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.net.Peer;
import org.tandem.net.QueryKeys;
import org.tandem.net.QueryLevel;
import org.tandem.net.QueryRetrieveModel;
import org.tandem.net.ScuOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code tandem find}, {@code get} and {@code move} have in common: whom to ask, and what has to match. */
final class QueryOptions {

    private static final int HEXADECIMAL = 16;

    @Mixin
    private PeerChoice archive;

    @Option(
            names = "--model",
            defaultValue = "STUDY_ROOT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private QueryRetrieveModel model;

    @Option(names = "--accession", paramLabel = "NUMBER", description = "Accession Number.")
    private @Nullable String accessionNumber;

    @Option(names = "--patient-id", paramLabel = "ID", description = "Patient ID.")
    private @Nullable String patientId;

    @Option(names = "--issuer", paramLabel = "NAME", description = "Issuer of Patient ID.")
    private @Nullable String issuer;

    @Option(names = "--study", paramLabel = "UID", description = "Study Instance UID; several with commas.")
    private @Nullable String study;

    @Option(names = "--series", paramLabel = "UID", description = "Series Instance UID; several with commas.")
    private @Nullable String series;

    @Option(
            names = "--key",
            paramLabel = "TAG=VALUE",
            description = "Any other key, by keyword or as eight hexadecimal digits: StudyDate=20260101-20261231,"
                    + " Modality=CT, 00080090=A*. May be repeated.")
    private List<String> keys = new ArrayList<>();

    Peer peer() {
        return archive.peer();
    }

    ScuOptions scu() {
        return archive.options();
    }

    QueryRetrieveModel model() {
        return model;
    }

    /** Adds what has to match. */
    QueryKeys matching(QueryKeys to) {
        QueryKeys all = to;
        all = matching(all, Tag.ACCESSION_NUMBER, accessionNumber);
        all = matching(all, Tag.PATIENT_ID, patientId);
        all = matching(all, Tag.ISSUER_OF_PATIENT_ID, issuer);
        all = matching(all, Tag.STUDY_INSTANCE_UID, study);
        all = matching(all, Tag.SERIES_INSTANCE_UID, series);
        for (String key : keys) {
            int equals = key.indexOf('=');
            if (equals < 1) {
                throw refused("--key", key, "TAG=VALUE");
            }
            all = matching(all, tag(key.substring(0, equals)), key.substring(equals + 1));
        }
        return all;
    }

    /** What to retrieve: whole studies, or series where one is named; by UIDs only (PS3.4 C.4.2.1.4, C.4.3.1.3). */
    QueryKeys toRetrieve(String studies) {
        QueryKeys retrieval = QueryKeys.of(series == null ? QueryLevel.STUDY : QueryLevel.SERIES);
        retrieval = matching(retrieval, Tag.PATIENT_ID, model == QueryRetrieveModel.PATIENT_ROOT ? patientId : null);
        return matching(matching(retrieval, Tag.STUDY_INSTANCE_UID, studies), Tag.SERIES_INSTANCE_UID, series);
    }

    /** The studies that were named, none if they have to be found first. */
    @Nullable
    String study() {
        return study;
    }

    /** A tag by keyword or number. */
    static int tag(String text) {
        return Dictionary.tag(text).orElseGet(() -> {
            if (!text.matches("[0-9A-Fa-f]{8}")) {
                throw refused("Key", text, "a keyword of PS3.6 or eight hexadecimal digits");
            }
            return Integer.parseUnsignedInt(text, HEXADECIMAL);
        });
    }

    private static QueryKeys matching(QueryKeys keys, int tag, @Nullable String value) {
        boolean listOfUids = tag == Tag.STUDY_INSTANCE_UID || tag == Tag.SERIES_INSTANCE_UID;
        return value == null ? keys : keys.matching(tag, listOfUids ? value.split(",") : new String[] {value});
    }

    private static TandemException refused(String what, String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, what + ": got " + got + ", expected " + expected);
    }
}
