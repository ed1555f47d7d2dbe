package org.tandem.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.net.QueryKeys;
import org.tandem.net.QueryLevel;
import org.tandem.net.QueryRetrieveScu;
import org.tandem.net.QueryStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "find",
        description = "Asks an archive what it has (C-FIND): a line for each match, a tab between values. Prints"
                + " patients' identity.",
        mixinStandardHelpOptions = true)
final class FindCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private QueryOptions query;

    @Option(
            names = "--level",
            defaultValue = "STUDY",
            description = "What to find: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private QueryLevel level;

    @Option(
            names = "--return",
            paramLabel = "TAG",
            description = "An element to return besides the usual ones. May be repeated.")
    private List<String> returned = new ArrayList<>();

    @Option(
            names = "--limit",
            defaultValue = "1000",
            description = "The query is cancelled after so many matches (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() {
        QueryKeys keys = query.matching(QueryKeys.all(level));
        for (String tag : returned) {
            keys = keys.returning(QueryOptions.tag(tag));
        }
        int[] columns = columns(keys.dataSet());
        PrintWriter out = spec.commandLine().getOut();
        List<DataSet> matches = new ArrayList<>();
        QueryStatus status;
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(query.peer(), query.scu(), query.model())) {
            status = scu.find(keys, match -> {
                if (matches.isEmpty()) {
                    out.println(line(columns, Dictionary::keyword));
                }
                if (matches.size() < limit) {
                    matches.add(match);
                    out.println(line(columns, tag -> value(match, tag)));
                }
                return matches.size() < limit;
            });
        }
        out.flush();
        boolean done = status.success() || status.warning() || (status.cancelled() && matches.size() == limit);
        spec.commandLine()
                .getErr()
                .printf(Locale.ROOT, "%d match%s, %s%n", matches.size(), matches.size() == 1 ? "" : "es", status);
        return done ? 0 : 1;
    }

    @FunctionalInterface
    private interface Column {
        String of(int tag);
    }

    private static String line(int[] columns, Column column) {
        List<String> values = new ArrayList<>();
        for (int tag : columns) {
            values.add(column.of(tag));
        }
        return String.join("\t", values);
    }

    /** Values of several are joined as DICOM does; a tab or a line break would tear the line. */
    private static String value(DataSet match, int tag) {
        boolean text = match.element(tag).map(element -> element.vr().isText()).orElse(true);
        String joined = text
                ? String.join("\\", match.strings(tag))
                : match.integer(tag).isPresent()
                        ? Integer.toString(match.integer(tag).getAsInt())
                        : "";
        return joined.replaceAll("\\p{Cntrl}", " ");
    }

    private static int[] columns(DataSet keys) {
        return keys.elements().stream()
                .mapToInt(element -> element.tag())
                .filter(tag -> tag != Tag.QUERY_RETRIEVE_LEVEL && tag != Tag.SPECIFIC_CHARACTER_SET)
                .toArray();
    }
}
