package org.tandem.net;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** How far a retrieval is (PS3.7 9.1.3, 9.1.4): instances still to come, and what became of the others. */
public record SubOperations(int remaining, int completed, int failed, int warning) {

    static final SubOperations NONE = new SubOperations(0, 0, 0, 0);

    /** What a response says; numbers that it leaves out are 0. */
    static SubOperations of(DataSet command) {
        return new SubOperations(
                command.integer(Tag.NUMBER_OF_REMAINING_SUBOPERATIONS).orElse(0),
                command.integer(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS).orElse(0),
                command.integer(Tag.NUMBER_OF_FAILED_SUBOPERATIONS).orElse(0),
                command.integer(Tag.NUMBER_OF_WARNING_SUBOPERATIONS).orElse(0));
    }

    @Override
    public String toString() {
        return completed + " completed, " + warning + " with a warning, " + failed + " failed, " + remaining
                + " remaining";
    }
}
