package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.Truth;
import org.tandem.model.Meaning;
import org.tandem.model.Output;

/**
 * What both a model and a data set speak of, found before anything runs.
 *
 * @param unmeasured what the model tells of and the data set does not
 */
public record CommonGround(List<String> unmeasured) {

    public CommonGround {
        unmeasured = List.copyOf(unmeasured);
    }

    /** Refuses a model and a data set that have nothing in common. */
    public static CommonGround of(List<Output> outputs, List<Case> cases) {
        List<String> measured = new ArrayList<>();
        List<String> unmeasured = new ArrayList<>();
        for (Output output : outputs) {
            List<String> labels = output.meanings().stream().map(Meaning::label).toList();
            Optional<Set<String>> known = known(truths(output), cases);
            TruthNames names = new TruthNames(labels);
            for (int i = 0; i < labels.size(); i++) {
                boolean told = known.isPresent() && (known.get().isEmpty() || names.speaksOf(i, known.get()));
                (told ? measured : unmeasured).add(labels.get(i));
            }
        }
        if (measured.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Data set: got " + described(cases) + ", expected what the model tells of, "
                            + described(
                                    outputs.stream()
                                            .flatMap(output -> truths(output).stream())
                                            .toList(),
                                    unmeasured)
                            + ", by these names or by their numbers");
        }
        return new CommonGround(unmeasured);
    }

    /** What can be true of that which an output tells; classes may be told at places, candidate by candidate. */
    private static List<Class<? extends Truth>> truths(Output output) {
        if (output instanceof Output.Classification) {
            return List.of(Truth.Labels.class, Truth.Places.class);
        }
        if (output instanceof Output.Regression) {
            return List.of(Truth.Numbers.class);
        }
        return List.of(output instanceof Output.Detection ? Truth.Places.class : Truth.Masks.class);
    }

    /** Of all cases; empty where none has such a truth, an empty set where names are known only when it is read. */
    private static Optional<Set<String>> known(List<Class<? extends Truth>> kinds, List<Case> cases) {
        Set<String> known = new HashSet<>();
        boolean there = false;
        for (Case one : cases) {
            for (Truth truth : one.truths()) {
                if (kinds.contains(truth.getClass())) {
                    there = true;
                    known.addAll(truth.names());
                }
            }
        }
        return there ? Optional.of(known) : Optional.empty();
    }

    private static String described(List<Case> cases) {
        List<Class<? extends Truth>> kinds = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Case one : cases) {
            for (Truth truth : one.truths()) {
                kinds.add(truth.getClass());
                names.addAll(truth.names());
            }
        }
        return described(kinds, names);
    }

    /** "labels [0, 1]". */
    private static String described(List<Class<? extends Truth>> kinds, Iterable<String> names) {
        Set<String> words = new TreeSet<>();
        kinds.forEach(kind -> words.add(kind.getSimpleName().toLowerCase(Locale.ROOT)));
        return String.join(" and ", words) + " [" + String.join(", ", names) + "]";
    }
}
