package org.tandem.dicom;

/** One data element: tag, value representation, value (PS3.5 7.1). */
public record Element(int tag, VR vr, Value value) {

    public Element {
        boolean items = value instanceof Value.Items;
        if (items != (vr == VR.SQ)) {
            throw new TandemException(
                    TandemException.Kind.BUG, Tag.format(tag) + " " + vr + " cannot hold " + value.getClass());
        }
    }

    public boolean isEmpty() {
        if (value instanceof Value.Bytes inMemory) {
            return inMemory.bytes().length == 0;
        }
        if (value instanceof Value.Items sequence) {
            return sequence.items().isEmpty();
        }
        return value instanceof Value.FileRegion region && region.lengthBytes() == 0;
    }

    /** Tag, VR and kind of value only: a value may identify a patient. */
    @Override
    public String toString() {
        return Tag.format(tag) + " " + vr;
    }
}
