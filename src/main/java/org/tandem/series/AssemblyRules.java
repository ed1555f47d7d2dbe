package org.tandem.series;

import java.time.Duration;
import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;

/**
 * When a series is held to be complete.
 *
 * @param quietPeriod time without an arrival after which a series is complete
 * @param sources rules of sources by calling AE title, instead of the above
 * @param studyQuietPeriod time without an arrival in a study after which no more series of it are waited for
 * @param restartGrace time that senders get after a start of the node, before series that became due while it was down
 *     are complete
 */
public record AssemblyRules(
        Duration quietPeriod, Map<AeTitle, SourceRule> sources, Duration studyQuietPeriod, Duration restartGrace) {

    private static final Duration DEFAULT_RESTART_GRACE = Duration.ofSeconds(10);

    public AssemblyRules {
        sources = Map.copyOf(sources);
        if (quietPeriod.isNegative() || studyQuietPeriod.isNegative() || restartGrace.isNegative()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Quiet periods " + quietPeriod + " of series and " + studyQuietPeriod
                            + " of studies, and restart grace " + restartGrace + ", expected none negative");
        }
    }

    /** The same quiet period for every source, and for studies. */
    public static AssemblyRules quietPeriod(Duration quietPeriod) {
        return new AssemblyRules(quietPeriod, Map.of(), quietPeriod, DEFAULT_RESTART_GRACE);
    }

    /** The rule of a source, or the general one. */
    SourceRule ruleOf(AeTitle calling) {
        return sources.getOrDefault(calling, new SourceRule(quietPeriod, false));
    }
}
