package org.tandem.inference;

import org.tandem.volume.Volume;

/** Turns images into a prediction. Techniques are inferers around inferers. For several threads. */
public interface Inferer {

    /** Predicts on the exam's own grid: resampling in and back is the inferer's affair. */
    Prediction infer(Exam exam);

    /** Of one volume alone. */
    default Prediction infer(Volume volume) {
        return infer(Exam.of(volume));
    }
}
