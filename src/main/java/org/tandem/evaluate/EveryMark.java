package org.tandem.evaluate;

import java.util.List;
import java.util.Optional;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Technique;

/**
 * A model as it is measured: it tells every mark that its network gives and that no stronger one stands on, however
 * unsure, so that a FROC does not begin at the manifest's threshold. What lies above that stays as it is: of two marks
 * on one place the more probable one is kept with every threshold.
 */
public final class EveryMark {

    /**
     * Of boxes and peaks. A network gives a box for each of its anchors, a hundred thousand to an image, nearly all
     * next to 0; the eight false marks an image at which a FROC ends lie far above.
     */
    private static final OperatingPoint LEAST = OperatingPoint.at(0.001);

    /** So many marks an image at least, however few a manifest reports: a FROC ends at eight false ones. */
    private static final int LEAST_MAX = 100;

    private EveryMark() {}

    public static Model of(Model model) {
        Manifest manifest = model.manifest();
        List<Output> outputs =
                manifest.outputs().stream().map(EveryMark::lowered).toList();
        return new Model(manifest.with(lowered(manifest.technique()), outputs), model.folder(), model.network());
    }

    private static Technique lowered(Technique technique) {
        return technique instanceof Technique.Candidates candidates
                ? new Technique.Candidates(
                        candidates.blobs(),
                        candidates.fieldOfViewMm(),
                        Optional.of(OperatingPoint.at(0)),
                        candidates.batch())
                : technique;
    }

    private static Output lowered(Output output) {
        if (output instanceof Output.Detection detection) {
            Output.Selection own = detection.selection();
            double threshold = Math.min(own.operatingPoint().threshold(), LEAST.threshold());
            Output.Selection all = new Output.Selection(
                    own.activation(), OperatingPoint.at(threshold), own.overlap(), Math.max(own.max(), LEAST_MAX));
            return new Output.Detection(detection.tensor(), detection.places(), all, detection.classes());
        }
        return output;
    }
}
