package org.tandem.work;

import java.util.List;
import org.tandem.result.ResultInput;

/** Makes the objects that are wanted of what a model said. */
@FunctionalInterface
public interface ResultMaker {

    /** @param inputs the volume, or each picture of a series */
    Packed make(List<ResultInput> inputs);
}
