package org.tandem.dicom.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Value;

/**
 * Where a condition looks for the attributes that it names: the item that it is about, the functional groups of its
 * frame (PS3.3 C.7.6.16), then the items around it, up to the object.
 *
 * @param groups items whose sequences are the functional groups of the frame, the frame's own first; elsewhere none
 * @param inGroups the attributes that stand in any functional group of the object, so that others are not looked for
 */
record Scope(DataSet dataSet, @Nullable Scope around, List<DataSet> groups, Set<Integer> inGroups) {

    /** Of an object. */
    static Scope of(DataSet object) {
        return new Scope(object, null, List.of(), Set.of());
    }

    Scope item(DataSet item) {
        return new Scope(item, this, List.of(), Set.of());
    }

    /** Of one frame's item, or of what all frames share. */
    Scope frame(DataSet item, List<DataSet> functionalGroups, Set<Integer> attributes) {
        return new Scope(item, this, functionalGroups, attributes);
    }

    /** The data set that has the attribute with a value, nearest first. */
    Optional<DataSet> holder(int tag) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.dataSet.hasValue(tag)) {
                return Optional.of(scope.dataSet);
            }
            Optional<DataSet> withGroup =
                    scope.groups.stream().filter(group -> group.hasValue(tag)).findFirst();
            if (withGroup.isPresent()) {
                return withGroup;
            }
            if (scope.inGroups.contains(tag)) {
                Optional<DataSet> holder = scope.groups.stream()
                        .flatMap(group -> group.elements().stream())
                        .filter(element -> element.tag() != tag)
                        .flatMap(element -> items(element).stream())
                        .filter(item -> item.hasValue(tag))
                        .findFirst();
                if (holder.isPresent()) {
                    return holder;
                }
            }
        }
        return Optional.empty();
    }

    static List<DataSet> items(Element element) {
        return element.value() instanceof Value.Items sequence ? sequence.items() : List.of();
    }
}
