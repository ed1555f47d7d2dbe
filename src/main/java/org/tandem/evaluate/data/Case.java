package org.tandem.evaluate.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One image or volume of a data set, and what is true of it.
 *
 * @param id its name in the data set, for people who have the set: a path in it, or a UID; never a patient's name
 * @param truths at most one of each kind
 * @param columns what else is known, by the data set's own names of columns
 */
public record Case(String id, ImageSource images, List<Truth> truths, Map<String, String> columns) {

    /** The column that says which part of the data a case is of. */
    public static final String SPLIT = "split";

    /** The column that says which cases are of one patient. */
    public static final String PATIENT = "patient";

    public Case {
        truths = List.copyOf(truths);
        columns = Map.copyOf(columns);
    }

    Case(String id, ImageSource images, Truth truth, Map<String, String> columns) {
        this(id, images, List.of(truth), columns);
    }

    /** What is true of it, of this kind. */
    public <T extends Truth> Optional<T> truth(Class<T> kind) {
        return truths.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
