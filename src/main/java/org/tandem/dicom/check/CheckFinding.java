package org.tandem.dicom.check;

import java.util.List;
import java.util.regex.Pattern;
import org.tandem.dicom.Tag;

/**
 * One thing that is wrong with an object, in words. May show values of the object, so for people only, never for a log.
 *
 * @param severity how bad it is
 * @param path the element, behind those of the sequences around it, as in {@code (0008,1140)[1].(0008,1155)}
 * @param offsetBytes where the element stands in its file, or -1 where that is not known
 * @param message what was found and what was expected
 * @param section where the standard says so
 */
public record CheckFinding(Severity severity, String path, long offsetBytes, String message, String section) {

    /** Whether something is against the standard, or only doubtful. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Pattern TAG = Pattern.compile("\\(([0-9A-F]{4}),([0-9A-F]{4})\\)");

    /** The tags on the way to the element and its own; none where the place is in words. */
    public List<Integer> tags() {
        return TAG.matcher(path)
                .results()
                .map(tag -> Tag.of(Integer.parseInt(tag.group(1), 16), Integer.parseInt(tag.group(2), 16)))
                .toList();
    }

    /** For logs: what is wrong, where, by which section, without values of the object. */
    public String withoutValues() {
        return path + ": " + message.replaceAll("\"[^\"]*\"", "a value") + " [" + section + "]";
    }

    @Override
    public String toString() {
        String where = offsetBytes < 0 ? "" : " at byte " + offsetBytes;
        String grade = severity == Severity.ERROR ? "error:   " : "warning: ";
        return grade + path + where + ": " + message + " [" + section + "]";
    }
}
