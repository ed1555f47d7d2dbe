package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tandem.dicom.DataSet;

/**
 * The attributes of a module or of the items of a sequence, each with its rule and with the attributes of its items.
 */
final class RuleTree {

    private final TreeMap<Integer, RuleTree> attributes = new TreeMap<>(Integer::compareUnsigned);
    private final List<RuleTree> macros = new ArrayList<>();
    private Optional<AttributeRule> rule = Optional.empty();

    /** Adds a row of the tables, or replaces one of the same path; the empty path is of macros of the whole. */
    void put(List<Integer> path, AttributeRule added, List<RuleTree> addedMacros) {
        RuleTree node = this;
        for (int tag : path) {
            node = node.attributes.computeIfAbsent(tag, t -> new RuleTree());
        }
        node.rule = path.isEmpty() ? Optional.empty() : Optional.of(added);
        node.macros.addAll(addedMacros);
    }

    /** Looks at one data set and at the items in it. */
    void check(Scope scope, Place place, CheckNotes notes) {
        attributes.forEach((tag, node) -> {
            node.rule.ifPresent(found -> new AttributeCheck(found, tag, scope, place, notes, false).check());
            node.checkItems(tag, scope, place, notes);
        });
        macros.forEach(macro -> macro.check(scope, place, notes));
    }

    /** Looks only at what is there: the groups of a frame may also be shared. */
    void checkPresent(Scope scope, Place place, CheckNotes notes) {
        attributes.forEach((tag, node) -> {
            if (scope.dataSet().contains(tag)) {
                node.rule.ifPresent(found -> new AttributeCheck(found, tag, scope, place, notes, true).check());
                node.checkItems(tag, scope, place, notes);
            }
        });
    }

    private void checkItems(int tag, Scope scope, Place place, CheckNotes notes) {
        if (!attributes.isEmpty() || !macros.isEmpty()) {
            int number = 1;
            for (DataSet item : scope.dataSet().items(tag)) {
                check(scope.item(item), place.item(tag, number++), notes);
            }
        }
    }

    /** The tags of the attributes at this level. */
    Iterable<Integer> tags() {
        return attributes.keySet();
    }
}
