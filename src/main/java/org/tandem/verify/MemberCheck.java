package org.tandem.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tandem.model.Input;
import org.tandem.model.Manifest;
import org.tandem.model.Output;

/**
 * Holds the manifest of another model against that of an ensemble it is a member of. Of the member the network alone is
 * used: it is fed, and its answers are read, as the ensemble's manifest says, so that a member that was made to be fed
 * or read otherwise would say something else than it does by itself.
 */
public final class MemberCheck {

    private final List<String> differences = new ArrayList<>();

    private MemberCheck() {}

    /** Every difference that matters, in a sentence; empty if the member says the same as by itself. */
    public static List<String> differences(Manifest ensemble, Manifest member) {
        MemberCheck check = new MemberCheck();
        check.inputs(member.input(), ensemble.input());
        check.values(member.input().values(), ensemble.input().values());
        check.compare("region_of", member.region(), ensemble.region());
        ensemble.outputs().forEach(output -> check.output(member, output));
        return check.differences;
    }

    private void inputs(Input got, Input expected) {
        compare("input.tensor", got.tensor(), expected.tensor());
        compare("input.layout", got.layout(), expected.layout());
        compare(
                "input.orientation",
                got.framing().orientation(),
                expected.framing().orientation());
        compare(
                "input, its voxels",
                got.framing().sampling(),
                expected.framing().sampling());
        compare(
                "input, what is looked at",
                got.framing().view(),
                expected.framing().view());
        compare(
                "input.channels",
                got.composition().channels(),
                expected.composition().channels());
    }

    private void values(Input.Values got, Input.Values expected) {
        compare("input.channels", got.channels(), expected.channels());
        compare("input.colour_constancy", got.constancy(), expected.constancy());
        compare("input.intensity", got.intensity(), expected.intensity());
        compare("input.intensity.inside_above", got.insideAbove(), expected.insideAbove());
        compare("input.intensity.to, input.standardise", got.affine(), expected.affine());
    }

    private void output(Manifest member, Output expected) {
        member.outputs().stream()
                .filter(output -> output.tensor().equals(expected.tensor()))
                .findFirst()
                .ifPresent(got -> compare(
                        "output \"" + expected.tensor() + "\", activation",
                        got.activated().activation(),
                        expected.activated().activation()));
    }

    private void compare(String what, Object got, Object expected) {
        if (!Objects.equals(got, expected)) {
            differences.add(what + ": got " + words(got) + " in its own manifest, expected " + words(expected)
                    + ", as the ensemble's");
        }
    }

    private static Object words(Object value) {
        return value instanceof Optional<?> optional
                ? optional.<Object>map(it -> it).orElse("none")
                : value;
    }
}
