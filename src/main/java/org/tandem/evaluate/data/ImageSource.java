package org.tandem.evaluate.data;

import java.io.IOException;
import org.tandem.inference.input.Exam;

/** Where the images of a case are; reads them anew each time, so that a set larger than memory can be gone through. */
@FunctionalInterface
public interface ImageSource {

    /** Pictures with their grey levels so; images that have a scanner's values have those. */
    Exam read(GreyLevels levels) throws IOException;

    default Exam read() throws IOException {
        return read(GreyLevels.AS_STORED);
    }
}
