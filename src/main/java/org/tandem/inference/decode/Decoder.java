package org.tandem.inference.decode;

import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.model.Input;
import org.tandem.model.Output;

/** Makes of a network's answers what one output of the manifest says that they mean. */
public interface Decoder {

    OutputPrediction decode(Answers answers, Answers.Grids grids);

    static Decoder of(Output output, Input.Layout layout) {
        Layouts layouts = new Layouts(layout);
        if (output instanceof Output.Segmentation segmentation) {
            return new SegmentationDecoder(segmentation, layouts);
        }
        if (output instanceof Output.Classification classification) {
            return new ClassificationDecoder(classification);
        }
        return output instanceof Output.Detection detection
                ? new DetectionDecoder(detection, layouts)
                : new RegressionDecoder((Output.Regression) output);
    }
}
