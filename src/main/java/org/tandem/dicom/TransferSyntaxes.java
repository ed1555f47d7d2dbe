package org.tandem.dicom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The transfer syntaxes of PS3.6 Annex A in which data sets travel or are kept, retired ones included. */
public final class TransferSyntaxes {

    private static final Map<Uid, TransferSyntax> BY_UID = StandardTable.rows("transfer-syntaxes.tsv", 4).stream()
            .map(row -> new TransferSyntax(new Uid(row[0]), row[3], TransferSyntax.Encoding.valueOf(row[1])))
            .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));
    private static final List<TransferSyntax> ALL = BY_UID.values().stream()
            .sorted(Comparator.comparing(TransferSyntax::uid))
            .toList();

    private TransferSyntaxes() {}

    /** The syntax of this UID; one that is not in the table is taken to be explicit VR with encapsulated pixel data. */
    public static TransferSyntax of(Uid uid) {
        TransferSyntax known = BY_UID.get(uid);
        return known != null
                ? known
                : new TransferSyntax(uid, "unknown transfer syntax", TransferSyntax.Encoding.ENCAPSULATED);
    }

    public static boolean isKnown(Uid uid) {
        return BY_UID.containsKey(uid);
    }

    /** All of the table, in the order of their UIDs. */
    public static List<TransferSyntax> all() {
        return ALL;
    }
}
