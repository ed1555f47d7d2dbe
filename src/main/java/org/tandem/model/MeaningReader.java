package org.tandem.model;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;

/** Reads what something is, and where a model draws its line. */
final class MeaningReader {

    /** PS3.5 6.2, LO: Segment Label and the names that results carry. */
    private static final int MAX_LABEL_LENGTH = 64;

    private MeaningReader() {}

    static Meaning meaning(YamlMap yaml) {
        return new Meaning(
                label(yaml, "label"),
                yaml.parsed("category", Code::of),
                yaml.parsed("type", Code::of),
                codes(yaml, "modifiers"),
                site(yaml));
    }

    private static Optional<AnatomicSite> site(YamlMap yaml) {
        Optional<Code> region = yaml.optionalParsed("site", Code::of);
        List<Code> modifiers = codes(yaml, "site_modifiers");
        if (region.isEmpty() && !modifiers.isEmpty()) {
            throw yaml.wrong("site_modifiers", "modifiers without site", "the site that they modify");
        }
        return region.map(code -> new AnatomicSite(code, modifiers));
    }

    private static List<Code> codes(YamlMap yaml, String key) {
        return yaml.parsedList(key, Code::of);
    }

    /** The index of the channel; the place in the list where nothing else is said. */
    static int channel(YamlMap yaml, int place) {
        int channel = yaml.integer("channel", place);
        if (channel < 0) {
            throw yaml.wrong("channel", channel, "an index from 0");
        }
        return channel;
    }

    static OperatingPoint operatingPoint(YamlMap yaml, double otherwise) {
        return new OperatingPoint(
                YamlNumbers.within(yaml, "threshold", otherwise),
                YamlNumbers.share(yaml, "sensitivity"),
                YamlNumbers.share(yaml, "specificity"),
                yaml.string("measured_on", ""));
    }

    static String label(YamlMap yaml, String key) {
        String label = yaml.string(key).strip();
        if (label.isEmpty() || label.length() > MAX_LABEL_LENGTH || label.indexOf('\\') >= 0) {
            throw yaml.wrong(key, "\"" + label + "\"", "1 to " + MAX_LABEL_LENGTH + " characters without backslash");
        }
        return label;
    }
}
