package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.DataSet;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.PlainText;

/**
 * The lines in the upper left corner of every image: who says so, what is said of the source as a whole, what is not
 * there.
 */
record Notice(Algorithm algorithm, Findings findings) {

    private static final double LINE_HEIGHT = 0.03;
    private static final double FIRST_LINE = 0.01;

    /** More would cover the image; the report has them all. */
    private static final int MOST_LINES = 20;

    /** A line as wide as an image is, in letters that can be read. */
    private static final int MOST_LETTERS = 100;

    private static final int PERCENT = 100;
    private static final int DIGITS = 3;

    Annotation on(Layer layer) {
        List<String> lines = lines();
        List<DataSet> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double top = FIRST_LINE + i * LINE_HEIGHT;
            texts.add(Graphic.textOnDisplay(lines.get(i), top, top + LINE_HEIGHT));
        }
        return new Annotation(layer, Optional.empty(), List.of(), texts);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "AI result, not for primary diagnosis",
                algorithm.title() + " " + algorithm.version(),
                "Found: " + named(Presence.PRESENT).orElse("nothing")));
        named(Presence.ABSENT).ifPresent(absent -> lines.add("Looked for and not found: " + absent));
        List<String> said = findings.all().stream()
                .flatMap(finding -> said(finding).stream())
                .toList();
        int room = MOST_LINES - lines.size();
        if (said.size() > room) {
            lines.addAll(said.subList(0, room - 1));
            lines.add((said.size() - room + 1) + " more in the report");
        } else {
            lines.addAll(said);
        }
        return lines.stream().map(Notice::cut).toList();
    }

    private static String cut(String line) {
        String plain = PlainText.of(line);
        return plain.length() <= MOST_LETTERS ? plain : plain.substring(0, MOST_LETTERS - 3) + "...";
    }

    /** What there is of a kind, and how often. */
    private Optional<String> named(Presence presence) {
        Map<String, Long> counts = findings.all().stream()
                .filter(finding -> finding.presence() == presence)
                .collect(Collectors.groupingBy(
                        finding -> finding.meaning().label(), LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(counts.entrySet().stream()
                        .map(name -> (name.getValue() > 1 ? name.getValue() + " x " : "") + name.getKey())
                        .collect(Collectors.joining(", ")));
    }

    /** What a mark on an image cannot say. */
    private static Optional<String> said(Finding finding) {
        String name = finding.tracking().identifier();
        if (finding instanceof Finding.Classified classified) {
            return Optional.of(name + ": " + classified.presence().name().toLowerCase(Locale.ROOT) + ", "
                    + DecimalString.of(PERCENT * classified.probability(), DIGITS) + "%");
        }
        return finding instanceof Finding.Estimated estimated
                ? Optional.of(name + ": " + DecimalString.of(estimated.value(), DIGITS) + " "
                        + estimated.unit().meaning())
                : Optional.empty();
    }
}
