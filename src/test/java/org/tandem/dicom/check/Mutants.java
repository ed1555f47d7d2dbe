package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;

/** One object with one thing wrong at a time: each attribute removed, emptied, or given a value that none has. */
final class Mutants {

    /** A changed object and what was done to it. */
    record Mutant(String name, DataSet dataSet) {}

    private static final int MAX_DEPTH = 5;

    private Mutants() {}

    static List<Mutant> of(DataSet original) {
        List<Mutant> mutants = new ArrayList<>();
        add(original, "", 0, Function.identity(), mutants);
        return mutants;
    }

    private static void add(
            DataSet dataSet, String path, int depth, Function<DataSet, DataSet> outward, List<Mutant> mutants) {
        for (Element element : dataSet.elements()) {
            int tag = element.tag();
            if (Tag.isPrivate(tag) || tag == Tag.SOP_CLASS_UID || tag == Tag.PIXEL_DATA) {
                continue;
            }
            String name = path + Tag.format(tag);
            mutants.add(new Mutant(
                    name + " removed",
                    outward.apply(dataSet.toBuilder().remove(tag).build())));
            mutants.add(new Mutant(
                    name + " emptied",
                    outward.apply(
                            dataSet.toBuilder().putEmpty(tag, element.vr()).build())));
            wrong(dataSet, element, name, outward, mutants);
            if (element.value() instanceof Value.Items sequence
                    && !sequence.items().isEmpty()
                    && depth < MAX_DEPTH) {
                List<DataSet> items = sequence.items();
                int last = items.size() - 1;
                add(
                        items.get(last),
                        name + ".",
                        depth + 1,
                        item -> outward.apply(with(dataSet, tag, items, item)),
                        mutants);
            }
        }
    }

    private static void wrong(
            DataSet dataSet, Element element, String name, Function<DataSet, DataSet> outward, List<Mutant> mutants) {
        if (element.vr() == VR.CS && element.tag() != Tag.SPECIFIC_CHARACTER_SET) {
            mutants.add(new Mutant(
                    name + " given a wrong value",
                    outward.apply(dataSet.toBuilder()
                            .putText(element.tag(), VR.CS, "NONSENSE")
                            .build())));
        }
    }

    private static DataSet with(DataSet dataSet, int tag, List<DataSet> items, DataSet last) {
        List<DataSet> changed = new ArrayList<>(items.subList(0, items.size() - 1));
        changed.add(last);
        return dataSet.toBuilder().putItems(tag, changed).build();
    }
}
