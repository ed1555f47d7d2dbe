package org.tandem.inference.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Combination;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.model.Ensemble;
import org.tandem.model.Manifest;
import org.tandem.model.Model;

/** Several networks that are asked together, each with what is still to be applied to its answers; owns them. */
public final class EnsembleNetwork implements Network {

    private final List<Network> members;
    private final TensorFunction together;

    private EnsembleNetwork(Manifest manifest, Ensemble ensemble, List<Network> members) {
        this.members = List.copyOf(members);
        Layouts layouts = new Layouts(manifest.input().layout());
        List<TensorFunction> asked = new ArrayList<>();
        for (Network member : members) {
            TensorFunction activated = new Activating(member, manifest.outputs(), layouts);
            asked.add(
                    ensemble.combining() instanceof Ensemble.Combining.Vote vote
                            ? new Voting(activated, manifest.outputs(), layouts, vote.from())
                            : activated);
        }
        Combination combination = Combination.of(ensemble.combining());
        this.together = new Together(asked, combination, manifest.refinement().uncertainty());
    }

    /** The network of a model, or all of its members; whoever asks for it closes it. */
    public static Network load(Model model, Networks networks) {
        return model.manifest()
                .ensemble()
                .<Network>map(ensemble -> new EnsembleNetwork(model.manifest(), ensemble, members(model, networks)))
                .orElseGet(() -> one(model, networks));
    }

    private static Network one(Model model, Networks networks) {
        return QuantisedNetwork.around(networks.load(model), model.manifest().quantised());
    }

    /** All of them, or none. */
    private static List<Network> members(Model model, Networks networks) {
        List<Network> loaded = new ArrayList<>();
        try {
            model.members().forEach(member -> loaded.add(one(member, networks)));
            return loaded;
        } catch (RuntimeException e) {
            loaded.forEach(Network::close);
            throw e;
        }
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return together.run(inputs);
    }

    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Network member : members) {
            try {
                member.close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.BUG, failures.size() + " networks cannot be closed", failures.get(0));
        }
    }
}
