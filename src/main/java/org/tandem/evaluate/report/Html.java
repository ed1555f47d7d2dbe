package org.tandem.evaluate.report;

import java.util.Locale;
import org.tandem.evaluate.metric.Estimate;

/** Text and numbers as they stand in a page. */
final class Html {

    private static final double LARGE = 1000;
    private static final double SMALL = 0.0005;

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Three digits behind the point, fewer of large numbers; a dash where there is no value. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        String format = size >= LARGE ? "%.0f" : size >= 10 ? "%.1f" : size < SMALL ? "%.1e" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /** "0.942 (0.910–0.961)". */
    static String estimate(Estimate estimate) {
        if (!estimate.isDefined()) {
            return "–";
        }
        String value = number(estimate.value());
        return estimate.interval().exists()
                ? value + " (" + number(estimate.interval().low()) + " to "
                        + number(estimate.interval().high()) + ")"
                : value;
    }
}
