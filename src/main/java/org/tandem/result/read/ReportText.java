package org.tandem.result.read;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.Code;
import org.tandem.dicom.SopClasses;

/** A structured report as text for people: a line an item, indented by its depth, "relationship: concept = value". */
public final class ReportText {

    /** Of more images than this beside each other, only the first few are named. */
    private static final int MAX_IMAGES = 6;

    private static final int SHOWN_IMAGES = 3;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    /** The whole report, without patient and study. */
    public static String of(ReadReport report) {
        ReportText out = new ReportText();
        String state = Stream.of(report.completion(), report.verification(), report.preliminary())
                .flatMap(flag -> flag.stream())
                .map(flag -> flag.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        out.text.append(SopClasses.name(report.sopClass()));
        out.text.append(state.isEmpty() ? "" : " (" + state + ")").append('\n');
        out.add(report.root(), 0);
        return out.text.toString();
    }

    private void add(ReportItem item, int depth) {
        text.append("  ".repeat(depth));
        if (!item.relationship().isEmpty()) {
            text.append(item.relationship().toLowerCase(Locale.ROOT)).append(": ");
        }
        text.append(line(item)).append('\n');
        addAll(item.children(), depth + 1);
    }

    private static String line(ReportItem item) {
        String name = item.concept().map(Code::meaning).orElse("");
        String value = item.value().text();
        if (item.value() instanceof ItemValue.Container) {
            return (name + " " + value).strip();
        }
        return name.isEmpty() ? value : name + " = " + value;
    }

    private void addAll(List<ReportItem> items, int depth) {
        long images = items.stream().filter(ReportText::isPlainImage).count();
        int shown = 0;
        for (ReportItem item : items) {
            boolean leftOut = images > MAX_IMAGES && isPlainImage(item) && ++shown > SHOWN_IMAGES;
            if (!leftOut) {
                add(item, depth);
            } else if (shown == SHOWN_IMAGES + 1) {
                String more = "… and " + (images - SHOWN_IMAGES) + " more images\n";
                text.append("  ".repeat(depth)).append(more);
            }
        }
    }

    private static boolean isPlainImage(ReportItem item) {
        return item.value() instanceof ItemValue.Instance
                && item.children().isEmpty()
                && item.concept().isEmpty();
    }
}
