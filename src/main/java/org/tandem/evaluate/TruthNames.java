package org.tandem.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * Which of a data set's names means which of a model's labels: the same but for case and punctuation, or the number of
 * the label. Classes are numbered from 0, but of a model with a single class 1 means that and 0 none; segments are
 * numbered from 1.
 *
 * @param labels the model's, in the order of its manifest
 */
record TruthNames(List<String> labels) {

    private static final String VALUE = "value";

    TruthNames {
        labels = List.copyOf(labels);
    }

    /** Whether the data set says that a class is there. */
    boolean isPresent(int index, Set<String> present) {
        String number = Integer.toString(labels.size() == 1 ? 1 : index);
        return present.stream().anyMatch(name -> same(name, labels.get(index)) || name.equals(number));
    }

    /** Whether a data set that has these names would say so. Numbers are those of all classes, whichever occur. */
    boolean speaksOf(int index, Set<String> known) {
        return isPresent(index, known) || nameOf(index, known).isPresent() || (!known.isEmpty() && areNumbers(known));
    }

    /** The name by which the data set calls a label, if it does; the only label of a model may be called "value". */
    Optional<String> nameOf(int index, Set<String> known) {
        return known.stream()
                .filter(name -> same(name, labels.get(index)) || (labels.size() == 1 && name.equals(VALUE)))
                .findFirst();
    }

    private static boolean areNumbers(Set<String> names) {
        return names.stream().allMatch(name -> name.matches("\\d+"));
    }

    /**
     * The reference of a segment. Where the model has one segment and the data set one mask, they belong together
     * whatever they are called; a label that others have is empty in a case where it is not; anything else is refused.
     */
    Mask reference(int index, Map<String, Mask> masks, Grid grid) {
        String number = Integer.toString(index + 1);
        return masks.entrySet().stream()
                .filter(entry -> same(entry.getKey(), labels.get(index))
                        || entry.getKey().equals(number)
                        || (labels.size() == 1 && masks.size() == 1))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> {
                    requireSomeKnown(masks.keySet());
                    return new Mask(grid, new BitSet());
                });
    }

    private void requireSomeKnown(Set<String> names) {
        boolean numbers = areNumbers(names);
        boolean known = names.stream().anyMatch(name -> labels.stream().anyMatch(label -> same(name, label)));
        if (!numbers && !known) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Truth: got masks named " + names + ", expected one of the model's segments " + labels
                            + " or their numbers from 1");
        }
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
