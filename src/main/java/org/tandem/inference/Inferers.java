package org.tandem.inference;

import java.util.ArrayList;
import java.util.List;
import org.tandem.inference.explain.ActivationMaps;
import org.tandem.inference.explain.Explainer;
import org.tandem.inference.explain.OcclusionMaps;
import org.tandem.inference.explain.UncertaintyMaps;
import org.tandem.inference.network.Activating;
import org.tandem.inference.network.BatchingNetwork;
import org.tandem.inference.network.Network;
import org.tandem.inference.network.Together;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.inference.window.Feed;
import org.tandem.inference.window.Pass;
import org.tandem.inference.window.WindowPass;
import org.tandem.model.Batching;
import org.tandem.model.Manifest;
import org.tandem.model.Technique;

/** Puts together what a manifest asks for, from the network outwards. */
final class Inferers {

    private Inferers() {}

    /** Around the network; members of an ensemble have been activated already. */
    static Inferer of(Manifest manifest, Network network) {
        Layouts layouts = new Layouts(manifest.input().layout());
        TensorFunction activated =
                manifest.ensemble().isPresent() ? network : new Activating(network, manifest.outputs(), layouts);
        boolean maps = manifest.refinement().uncertainty();
        TensorFunction views =
                Together.overFlips(activated, manifest.refinement().flips(), layouts, maps);
        Pass pass = pass(manifest, views);
        Inferer whole = new VolumeInferer(manifest, pass, explainers(manifest, pass(manifest, activated), layouts));
        Inferer inferer = manifest.technique() instanceof Technique.Candidates candidates
                ? new CandidateInferer(manifest, candidates, whole, pass)
                : whole;
        return network instanceof BatchingNetwork batching ? new BatchingInferer(inferer, batching) : inferer;
    }

    private static Pass pass(Manifest manifest, TensorFunction network) {
        int shared = manifest.batching().map(Batching::maxBatch).orElse(1);
        Technique technique = manifest.technique().withBatchOfAtLeast(shared);
        int neighbours = technique instanceof Technique.SliceWise slices ? slices.neighbours() : 0;
        return new WindowPass(new Feed(network, manifest.input(), neighbours), technique);
    }

    private static List<Explainer> explainers(Manifest manifest, Pass activated, Layouts layouts) {
        List<Explainer> explainers = new ArrayList<>();
        if (manifest.refinement().uncertainty()) {
            explainers.add(new UncertaintyMaps(manifest, layouts));
        }
        manifest.refinement()
                .occlusion()
                .ifPresent(occlusion -> explainers.add(new OcclusionMaps(manifest, activated, occlusion)));
        manifest.refinement()
                .activation()
                .ifPresent(activation -> explainers.add(new ActivationMaps(manifest, layouts, activation)));
        return explainers;
    }
}
