package org.tandem.model;

import java.util.List;
import java.util.Optional;

/** Reads {@code channels} where it is a list: channels that each have a source or a treatment of their own. */
final class CompositionReader {

    private CompositionReader() {}

    static Composition read(YamlMap input, Input.Values usual) {
        if (!input.isList("channels")) {
            return Composition.NONE;
        }
        List<Composition.Channel> channels = input.maps("channels").stream()
                .map(channel -> channel(channel, usual))
                .toList();
        if (channels.isEmpty()) {
            throw input.wrong("channels", "none", "grey, rgb, or at least one channel");
        }
        List<String> names = channels.stream().map(Composition.Channel::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw input.wrong("channels", names, "another name for each");
        }
        long matched = channels.stream().filter(c -> c.match().isPresent()).count();
        if (matched != 0 && matched != channels.size()) {
            throw input.wrong(
                    "channels", "match in " + matched + " of " + channels.size(), "match in each of them or in none");
        }
        return new Composition(channels, main(input, names));
    }

    private static Composition.Channel channel(YamlMap yaml, Input.Values usual) {
        boolean own = yaml.has("intensity") || yaml.has("standardise");
        Input.Values values = own ? ValuesReader.read(yaml, Input.Channels.GREY, Optional.empty()) : usual;
        if (values.intensity() instanceof Input.Intensity.Voi) {
            throw yaml.wrong("intensity", "voi", "another way, for channels have none of their own");
        }
        return new Composition.Channel(
                MeaningReader.label(yaml, "name"), yaml.optionalMap("match").map(ConditionReader::ofImages), values);
    }

    private static int main(YamlMap input, List<String> names) {
        String named = input.string("results_on", names.get(0));
        if (!names.contains(named)) {
            throw input.wrong("results_on", named, "one of the channels " + names);
        }
        return names.indexOf(named);
    }
}
