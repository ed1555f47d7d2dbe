package org.tandem.result.finding;

import java.util.List;
import org.tandem.result.iod.ResultContext;
import org.tandem.series.SeriesVolume;

/**
 * One volume, or one picture of a series, that a model looked at.
 *
 * @param context of the objects that refer to it alone
 * @param input its pixels
 * @param findings what was found on them
 */
public record Examined(ResultContext context, SeriesVolume input, Findings findings) {

    /** All findings of a run. */
    public static List<Finding> findings(List<Examined> all) {
        return all.stream()
                .flatMap(examined -> examined.findings().all().stream())
                .toList();
    }

    /** Remarks on a run, each once: of several pictures many have the same. */
    public static List<String> remarks(List<Examined> all) {
        return all.stream()
                .flatMap(examined -> examined.findings().remarks().stream())
                .distinct()
                .toList();
    }
}
