package org.tandem.dicom.check;

import org.jspecify.annotations.Nullable;
import org.tandem.dicom.Tag;

/** Where a data set stands in its object: the items around it. Words are made of it only for a finding. */
record Place(@Nullable Place around, int tag, int number) {

    /** The object itself. */
    static final Place ROOT = new Place(null, 0, 0);

    /** The item of this number, from 1, of a sequence here. */
    Place item(int sequence, int itemNumber) {
        return new Place(this, sequence, itemNumber);
    }

    /** As in {@code (0008,1140)[1].}, to be put before an element's name; empty for the object itself. */
    @Override
    public String toString() {
        return around == null ? "" : around + Tag.format(tag) + "[" + number + "].";
    }
}
