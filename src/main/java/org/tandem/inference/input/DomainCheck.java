package org.tandem.inference.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandem.dicom.TandemException;
import org.tandem.model.Refinement;

/** Whether what a network is to see looks like what it was made for. */
public record DomainCheck(Refinement.Domain domain) {

    /** Why not, in sentences; refuses instead where the manifest says so. */
    public List<String> warnings(Prepared prepared) {
        Statistics all = Statistics.of(prepared.channels());
        List<String> warnings = new ArrayList<>();
        add(warnings, "mean", all.mean(), domain.mean());
        add(warnings, "standard deviation", all.deviation(), domain.deviation());
        if (domain.refuse() && !warnings.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Outside of the model's domain: " + String.join("; ", warnings));
        }
        return warnings;
    }

    private static void add(List<String> warnings, String what, double got, Refinement.Range range) {
        if (!range.holds(got)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s of the input: got %.4g, expected %.4g to %.4g",
                    what,
                    got,
                    range.low(),
                    range.high()));
        }
    }
}
