package org.tandem.inference;

import org.tandem.volume.Volume;

/** Turns a volume into a prediction. Techniques are inferers around inferers. For several threads. */
public interface Inferer {

    /** Predicts on the volume's own grid: resampling in and back is the inferer's affair. */
    Prediction infer(Volume volume);
}
