package org.tandem.dicom.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;

/**
 * The Enumerated Values or the Defined Terms of an attribute (PS3.5 7.4, PS3.3 7.4.1), as the tables write them:
 * {@code E:A|B}, {@code D:A|B}, {@code E[2]:A|B} of the second value only, {@code E{X = c}:A} under a condition.
 *
 * @param enumerated whether no other value is allowed; else others are only doubtful
 * @param number of the value, from 1; 0 for all values
 */
record AllowedValues(boolean enumerated, int number, Optional<Requirement> when, Set<String> values) {

    private static final Pattern FORM = Pattern.compile("([ED])(?:\\[(\\d+)])?(?:\\{(.*)})?:(.*)");

    AllowedValues {
        values = Set.copyOf(values);
    }

    /** All that one cell of a table says. */
    static List<AllowedValues> of(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(";", -1)).map(AllowedValues::one).toList();
    }

    private static AllowedValues one(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TandemException(TandemException.Kind.BUG, "Not a set of values: \"" + text + "\"");
        }
        return new AllowedValues(
                form.group(1).equals("E"),
                form.group(2) == null ? 0 : Integer.parseInt(form.group(2)),
                Optional.ofNullable(form.group(3)).map(Requirement::of),
                new LinkedHashSet<>(List.of(form.group(4).split("\\|", -1))));
    }

    /** The first value of the element that is none of these. */
    Optional<String> wrong(DataSet dataSet, Element element) {
        List<String> all = texts(dataSet, element.tag());
        for (int i = 0; i < all.size(); i++) {
            String value = all.get(i);
            if ((number == 0 || number == i + 1) && !value.isEmpty() && !values.contains(value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Values as the tables write them: text, or whole numbers in digits. */
    static List<String> texts(DataSet dataSet, int tag) {
        Optional<Element> element = dataSet.element(tag);
        if (element.isPresent() && element.get().vr().kind() == VR.Kind.BINARY) {
            return Arrays.stream(dataSet.integers(tag))
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return dataSet.strings(tag);
    }
}
