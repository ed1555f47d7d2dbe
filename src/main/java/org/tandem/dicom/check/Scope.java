package org.tandem.dicom.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/**
 * Where a condition looks for the attributes that it names: the item that it is about, the functional groups of its
 * frame (PS3.3 C.7.6.16), then the items around it, up to the object.
 *
 * @param groups items whose sequences are the functional groups of the frame, the frame's own first; elsewhere none
 */
record Scope(DataSet dataSet, @Nullable Scope around, List<DataSet> groups) {

    Scope {
        groups = List.copyOf(groups);
    }

    /** Of an object. */
    static Scope of(DataSet object) {
        return new Scope(object, null, List.of());
    }

    Scope item(DataSet item) {
        return new Scope(item, this, List.of());
    }

    /** Of one frame's item, or of what all frames share. */
    Scope frame(DataSet item, List<DataSet> functionalGroups) {
        return new Scope(item, this, functionalGroups);
    }

    /** The data set that has the attribute with a value, nearest first. */
    Optional<DataSet> holder(int tag) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.dataSet.hasValue(tag)) {
                return Optional.of(scope.dataSet);
            }
            for (DataSet group : scope.groups) {
                for (Element element : group.elements()) {
                    Optional<DataSet> holder = inItems(element, tag);
                    if (holder.isPresent()) {
                        return holder;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DataSet> inItems(Element element, int tag) {
        if (element.tag() != tag && element.value() instanceof Value.Items sequence && !Tag.isPrivate(element.tag())) {
            return sequence.items().stream().filter(item -> item.hasValue(tag)).findFirst();
        }
        return Optional.empty();
    }
}
