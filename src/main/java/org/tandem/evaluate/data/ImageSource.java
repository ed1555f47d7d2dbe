package org.tandem.evaluate.data;

import java.io.IOException;

/** Where the images of a case are; reads them anew each time, so that a set larger than memory can be gone through. */
@FunctionalInterface
public interface ImageSource {

    Images read() throws IOException;
}
