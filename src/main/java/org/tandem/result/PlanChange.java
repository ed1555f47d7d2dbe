package org.tandem.result;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.dicom.TandemException;
import org.tandem.model.YamlMap;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.Encoding;

/**
 * What a destination, or a rule for its destinations, says of the objects that are sent; empty where it says nothing.
 */
public record PlanChange(Optional<Set<ResultKind>> kinds, Optional<Encoding> encoding) {

    public static final PlanChange NONE = new PlanChange(Optional.empty(), Optional.empty());

    public PlanChange {
        kinds = kinds.map(Set::copyOf);
    }

    /** Reads {@code profile} or {@code send}, and {@code segmentation}. */
    public static PlanChange read(YamlMap yaml) {
        Optional<ViewerProfile> profile = yaml.optionalEnum("profile", ViewerProfile.class);
        Set<ResultKind> send = EnumSet.noneOf(ResultKind.class);
        yaml.strings("send").forEach(name -> send.add(kind(yaml, name)));
        if (profile.isPresent() && !send.isEmpty()) {
            throw yaml.wrong("send", yaml.strings("send"), "either profile or send, not both");
        }
        Optional<Set<ResultKind>> kinds =
                send.isEmpty() ? profile.map(ViewerProfile::plan).map(ResultPlan::kinds) : Optional.of(send);
        return new PlanChange(kinds, yaml.optionalEnum("segmentation", Encoding.class));
    }

    private static ResultKind kind(YamlMap yaml, String name) {
        return Arrays.stream(ResultKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> yaml.wrong(
                        "send",
                        name,
                        "some of "
                                + Arrays.stream(ResultKind.values())
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    public ResultPlan applyTo(ResultPlan plan) {
        ResultPlan changed = kinds.map(plan::ofKinds).orElse(plan);
        return encoding.map(changed::encodedAs).orElse(changed);
    }

    /** What either says; where both name kinds, the kinds of both; where both name an encoding, this one's. */
    public PlanChange and(PlanChange other) {
        Set<ResultKind> both = EnumSet.noneOf(ResultKind.class);
        kinds.ifPresent(both::addAll);
        other.kinds.ifPresent(both::addAll);
        return new PlanChange(both.isEmpty() ? Optional.empty() : Optional.of(both), encoding.or(other::encoding));
    }

    /** As in {@code SEGMENTATION+STRUCTURED_REPORT/LABEL_MAP}; either side may be empty. */
    public static PlanChange parse(String text) {
        String[] sides = text.split("/", -1);
        if (sides.length != 2) {
            throw new TandemException(
                    TandemException.Kind.BUG, "Plan: got \"" + text + "\", expected KIND+KIND/ENCODING");
        }
        Optional<Set<ResultKind>> kinds = sides[0].isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(sides[0].split("\\+"))
                        .map(ResultKind::valueOf)
                        .collect(Collectors.toSet()));
        return new PlanChange(kinds, sides[1].isEmpty() ? Optional.empty() : Optional.of(Encoding.valueOf(sides[1])));
    }

    @Override
    public String toString() {
        String names = kinds.orElse(Set.of()).stream().sorted().map(Enum::name).collect(Collectors.joining("+"));
        return names + "/" + encoding.map(Enum::name).orElse("");
    }
}
