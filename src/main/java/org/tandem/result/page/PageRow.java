package org.tandem.result.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.result.capture.FindingPictures;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.read.ItemValue;
import org.tandem.result.read.ReadReport;
import org.tandem.result.read.ReportItem;

/**
 * A line of the table: one finding, as the report has it.
 *
 * @param values answers and numbers, with how sure they are
 * @param operatingPoint where the model draws its line, perhaps empty
 */
record PageRow(String finding, List<String> values, String operatingPoint) {

    private static final int DIGITS = 5;

    PageRow {
        values = List.copyOf(values);
    }

    /** All groups of a report, named by the labels of its findings. */
    static List<PageRow> of(ReadReport report, List<Finding> findings) {
        Map<String, String> names = new HashMap<>();
        findings.forEach(finding -> names.put(finding.tracking().uid().value(), FindingPictures.name(finding)));
        return report.root()
                .all()
                .filter(item -> item.is(Concepts.MEASUREMENT_GROUP))
                .map(group -> of(group, names))
                .toList();
    }

    private static PageRow of(ReportItem group, Map<String, String> names) {
        String name = names.getOrDefault(
                text(group, Concepts.TRACKING_UNIQUE_IDENTIFIER), text(group, Concepts.TRACKING_IDENTIFIER));
        List<String> values = new ArrayList<>();
        group.children().stream()
                .filter(child -> child.is(Concepts.PRESENCE_OF_PROPERTY))
                .map(child -> child.value().text().toLowerCase(Locale.ROOT))
                .forEach(values::add);
        group.children().forEach(child -> number(child).ifPresent(values::add));
        return new PageRow(name, values, text(group, Concepts.ALGORITHM_PARAMETERS));
    }

    private static Optional<String> number(ReportItem item) {
        if (!(item.value() instanceof ItemValue.Measured measured)
                || item.concept().isEmpty()) {
            return Optional.empty();
        }
        String derivation = text(item, Concepts.DERIVATION);
        String name = item.concept().get().meaning()
                + (derivation.isEmpty() ? "" : ", " + derivation.toLowerCase(Locale.ROOT));
        String up = text(item, Concepts.UPPER_UNCERTAINTY);
        String down = text(item, Concepts.LOWER_UNCERTAINTY);
        String unsure = up.isEmpty() && down.isEmpty() ? "" : " (+" + up + " / −" + down + ")";
        return Optional.of(name + ": " + rounded(measured) + unsure);
    }

    /** The report has more digits than people compare. */
    private static String rounded(ItemValue.Measured measured) {
        String text = measured.text();
        return measured.value().isPresent()
                ? text.replace(
                        measured.digits(), DecimalString.of(measured.value().getAsDouble(), DIGITS))
                : text;
    }

    private static String text(ReportItem item, Code concept) {
        return item.children().stream()
                .filter(child -> child.is(concept))
                .map(child -> child.value() instanceof ItemValue.Measured measured
                        ? rounded(measured)
                        : child.value().text())
                .findFirst()
                .orElse("");
    }
}
