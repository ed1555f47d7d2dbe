package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.tandem.dicom.Dictionary;

/** Reads what must hold of a series, strictly: conditions as routes and channels of models write them. */
public final class ConditionReader {

    /** What conditions may ask of beside DICOM attributes. */
    private final List<Subject> named;

    private ConditionReader(List<Subject> named) {
        this.named = named;
    }

    /** Of a series that was received: of its sender too. */
    public static Condition ofSeries(YamlMap yaml) {
        return new ConditionReader(List.of(new Subject.SourceAe(), new Subject.CalledAe(), new Subject.Instances()))
                .condition(yaml);
    }

    /** Of a series wherever it came from. */
    static Condition ofImages(YamlMap yaml) {
        return new ConditionReader(List.of(new Subject.Instances())).condition(yaml);
    }

    /** The keys of a mapping must all hold: all, any, not, or a subject. */
    private Condition condition(YamlMap yaml) {
        List<Condition> conditions = new ArrayList<>();
        for (String key : yaml.keys()) {
            switch (key) {
                case "all" -> conditions.add(new Condition.All(conditions(yaml, key)));
                case "any" -> conditions.add(new Condition.Any(conditions(yaml, key)));
                case "not" -> conditions.add(new Condition.Not(condition(yaml.map(key))));
                default -> conditions.add(new Condition.Compare(subject(yaml, key), comparison(yaml.map(key))));
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private List<Condition> conditions(YamlMap yaml, String key) {
        List<Condition> conditions =
                yaml.maps(key).stream().map(this::condition).toList();
        if (conditions.isEmpty()) {
            throw yaml.wrong(key, "none", "at least one condition");
        }
        return conditions;
    }

    private Subject subject(YamlMap yaml, String key) {
        return named.stream()
                .filter(subject -> subject.name().equals(key))
                .findFirst()
                .or(() -> Dictionary.tag(key).map(Subject.Attribute::new))
                .orElseThrow(() -> yaml.wrong(
                        key,
                        "an unknown subject",
                        named.stream().map(Subject::name).collect(Collectors.joining(", "))
                                + ", all, any, not or a DICOM keyword"));
    }

    private static Comparison comparison(YamlMap yaml) {
        List<Comparison> comparisons = new ArrayList<>();
        yaml.optionalString("equals").ifPresent(value -> comparisons.add(new Comparison.In(List.of(value))));
        if (yaml.has("in")) {
            comparisons.add(new Comparison.In(yaml.strings("in")));
        }
        yaml.optionalString("regex").ifPresent(value -> comparisons.add(regex(yaml, value)));
        if (yaml.has("range")) {
            comparisons.add(range(yaml));
        }
        if (yaml.has("exists")) {
            comparisons.add(new Comparison.Exists(yaml.truth("exists", true)));
        }
        if (comparisons.size() != 1) {
            throw yaml.wrong("equals", comparisons.size() + " comparisons", "one of equals, in, regex, range, exists");
        }
        return comparisons.get(0);
    }

    private static Comparison regex(YamlMap yaml, String pattern) {
        try {
            return new Comparison.Regex(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw yaml.wrong("regex", pattern, "a regular expression: " + e.getDescription());
        }
    }

    private static Comparison range(YamlMap yaml) {
        List<Double> bounds = yaml.decimals("range");
        if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
            throw yaml.wrong("range", bounds, "[low, high]");
        }
        return new Comparison.Range(bounds.get(0), bounds.get(1));
    }
}
