package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of the standard among the resources: lines of cells separated by tabs, after a head of lines with "#". */
public final class StandardTable {

    private StandardTable() {}

    /** The rows of this resource, named from this package, each with at least this many cells. */
    public static List<String[]> rows(String resource, int cells) {
        return text(resource)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(row -> row.length >= cells || broken(resource, row))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = StandardTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new TandemException(
                        TandemException.Kind.BUG, "Resource " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.BUG, "Resource " + resource + " cannot be read", e);
        }
    }

    private static boolean broken(String resource, String[] row) {
        throw new TandemException(TandemException.Kind.BUG, "Resource " + resource + " has a short row at " + row[0]);
    }
}
