package org.tandem.dicom.check;

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

    @Override
    public String toString() {
        String where = offsetBytes < 0 ? "" : " at byte " + offsetBytes;
        String grade = severity == Severity.ERROR ? "error:   " : "warning: ";
        return grade + path + where + ": " + message + " [" + section + "]";
    }
}
