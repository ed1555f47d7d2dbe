package org.tandem.inference;

import java.util.List;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.Prediction;
import org.tandem.volume.Volume;

/** Turns images into a prediction. Techniques are inferers around inferers. For several threads. */
public interface Inferer {

    /** Predicts on the exam's own grid: resampling in and back is the inferer's affair. */
    Prediction infer(Exam exam);

    /** Of one volume alone. */
    default Prediction infer(Volume volume) {
        return infer(Exam.of(volume));
    }

    /**
     * What comes of each exam, in their order: one that fails fails alone. Several share calls where the model does.
     */
    default List<Attempt> inferAll(List<Exam> exams) {
        return exams.stream().map(exam -> Attempt.of(() -> infer(exam))).toList();
    }
}
