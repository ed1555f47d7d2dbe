package org.tandem.evaluate.data;

import java.io.IOException;
import org.tandem.inference.Exam;

/** Where the images of a case are; reads them anew each time, so that a set larger than memory can be gone through. */
@FunctionalInterface
public interface ImageSource {

    Exam read() throws IOException;
}
