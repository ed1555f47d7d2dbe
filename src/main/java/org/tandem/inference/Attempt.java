package org.tandem.inference;

import java.util.function.Supplier;
import org.tandem.dicom.TandemException;
import org.tandem.inference.prediction.Prediction;

/** What came of one exam among several. */
public sealed interface Attempt {

    /** The prediction, or what stood in its way. */
    Prediction require();

    /** The same, with something to say of how it came about, if there is a prediction. */
    default Attempt noting(String note) {
        return this;
    }

    /** There is one. */
    record Predicted(Prediction prediction) implements Attempt {
        @Override
        public Prediction require() {
            return prediction;
        }

        @Override
        public Attempt noting(String note) {
            return new Predicted(prediction.noting(note));
        }
    }

    /** There is none. */
    record Failed(TandemException reason) implements Attempt {
        @Override
        public Prediction require() {
            throw reason;
        }
    }

    /** What comes of this. */
    static Attempt of(Supplier<Prediction> work) {
        try {
            return new Predicted(work.get());
        } catch (TandemException e) {
            return new Failed(e);
        }
    }
}
