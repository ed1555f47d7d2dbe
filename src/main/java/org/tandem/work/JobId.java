package org.tandem.work;

import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;

/**
 * Names one inference job: 16 hexadecimal digits that follow from series, revision, model and version, so that the same
 * work can never be ordered twice.
 */
public record JobId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

    public JobId {
        if (!SHAPE.matcher(value).matches()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not a job id: got \"" + value.replaceAll("[^\\x20-\\x7E]", "?")
                            + "\", expected 16 hexadecimal digits");
        }
    }

    static JobId of(Uid series, int revision, ModelName model) {
        return new JobId(Hashes.hex16(series.value(), Integer.toString(revision), model.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
