package org.tandem.dicom;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Compares data sets by what they hold. */
final class ValueEquality {

    private ValueEquality() {}

    static boolean equal(DataSet one, DataSet other) {
        if (one.elements().size() != other.elements().size()) {
            return false;
        }
        Iterator<Element> others = other.elements().iterator();
        for (Element element : one.elements()) {
            Element that = others.next();
            if (element.tag() != that.tag() || element.vr() != that.vr() || !equal(element.value(), that.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Value one, Value other) {
        if (one instanceof Value.Bytes a && other instanceof Value.Bytes b) {
            return Arrays.equals(a.bytes(), b.bytes());
        }
        if (one instanceof Value.Fragments a && other instanceof Value.Fragments b) {
            List<Value> mine = a.offsetTableAndFragments();
            List<Value> theirs = b.offsetTableAndFragments();
            boolean same = mine.size() == theirs.size();
            for (int i = 0; same && i < mine.size(); i++) {
                same = equal(mine.get(i), theirs.get(i));
            }
            return same;
        }
        return one.equals(other);
    }
}
