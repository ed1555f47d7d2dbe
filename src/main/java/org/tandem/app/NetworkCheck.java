package org.tandem.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensorflow.SavedModelReader;
import org.tandem.model.Ensemble;
import org.tandem.model.Model;
import org.tandem.verify.MemberCheck;
import org.tandem.verify.SignatureCheck;

/** Whether the networks of a model are there, whole, and what its manifest says of them; nothing is loaded. */
record NetworkCheck(Model model) {

    /** Every difference in a sentence; of an ensemble those of all its members, each with its name. */
    List<String> differences() {
        return model.manifest()
                .ensemble()
                .map(Ensemble::members)
                .map(members -> members.stream().flatMap(this::member).toList())
                .orElseGet(() -> signature(model));
    }

    private List<String> signature(Model network) {
        return SignatureCheck.differences(model.manifest(), SavedModelReader.serving(network.savedModel()));
    }

    private Stream<String> member(String name) {
        List<String> differences = new ArrayList<>();
        try {
            Model member = model.member(name);
            if (!member.name().equals(model.name())) {
                differences.addAll(member.differences());
                differences.addAll(MemberCheck.differences(model.manifest(), member.manifest()));
            }
            differences.addAll(signature(member));
        } catch (TandemException e) {
            differences.add(String.valueOf(e.getMessage()));
        }
        return differences.stream().map(words -> "member " + name + ": " + words);
    }
}
