package org.tandem.model;

import java.util.List;
import java.util.Optional;

/**
 * What {@code manifest.yaml} says of one version of a model.
 *
 * @param region what it looks at; empty: the whole series
 * @param batching how jobs share calls of the network; empty: they do not
 * @param reference what it was shown and what it said where it was measured; later figures are held against it
 * @param ensemble the networks that are asked together; empty: there is one
 * @param quantised what the whole numbers of its tensors mean; those that are not named mean themselves
 */
public record Manifest(
        ModelName name,
        String title,
        String intendedUse,
        Accepts accepts,
        Input input,
        Optional<Region> region,
        Technique technique,
        Optional<Batching> batching,
        Optional<Ensemble> ensemble,
        Refinement refinement,
        List<Output> outputs,
        List<Reference> reference,
        List<Quantisation> quantised,
        Source source) {

    public Manifest {
        outputs = List.copyOf(outputs);
        reference = List.copyOf(reference);
        quantised = List.copyOf(quantised);
    }

    /** One network, without refinement and reference. */
    public Manifest(
            ModelName name,
            String title,
            String intendedUse,
            Accepts accepts,
            Input input,
            Technique technique,
            Optional<Batching> batching,
            List<Output> outputs,
            Source source) {
        this(
                name,
                title,
                intendedUse,
                accepts,
                input,
                Optional.empty(),
                technique,
                batching,
                Optional.empty(),
                Refinement.NONE,
                outputs,
                List.of(),
                List.of(),
                source);
    }

    /** The same network, applied and read otherwise. */
    public Manifest with(Technique otherTechnique, List<Output> otherOutputs) {
        return new Manifest(
                name,
                title,
                intendedUse,
                accepts,
                input,
                region,
                otherTechnique,
                batching,
                ensemble,
                refinement,
                otherOutputs,
                reference,
                quantised,
                source);
    }

    /**
     * Where the network came from.
     *
     * @param sha256 of what it was converted from, if anything
     */
    public record Source(String origin, String licence, Optional<String> sha256) {}
}
