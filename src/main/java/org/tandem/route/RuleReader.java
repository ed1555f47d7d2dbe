package org.tandem.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tandem.dicom.Dictionary;
import org.tandem.model.YamlMap;
import org.tandem.result.PlanChange;

/** Reads the rules whole and strictly. */
final class RuleReader {

    private static final int MAX_PRIORITY = 10;
    private static final int USUAL_PRIORITY = 5;

    private RuleReader() {}

    static List<Rule> read(YamlMap yaml) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap map : yaml.maps("rules")) {
            Rule rule = rule(map);
            if (!names.add(rule.name())) {
                throw map.wrong("name", rule.name(), "a name that no other rule has");
            }
            rules.add(rule);
        }
        yaml.refuseUnknownKeys();
        return rules;
    }

    private static Rule rule(YamlMap yaml) {
        int priority = yaml.integer("priority", USUAL_PRIORITY);
        if (priority < 1 || priority > MAX_PRIORITY) {
            throw yaml.wrong("priority", priority, "1 (last) to " + MAX_PRIORITY + " (first)");
        }
        return new Rule(
                yaml.string("name"),
                condition(yaml.map("when")),
                yaml.string("model"),
                priority,
                new RouteMatch.Recipients(
                        yaml.strings("destinations"), PlanChange.read(yaml), yaml.truth("report_not_processed", true)));
    }

    /** The keys of a mapping must all hold: all, any, not, or a subject. */
    private static Condition condition(YamlMap yaml) {
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

    private static List<Condition> conditions(YamlMap yaml, String key) {
        List<Condition> conditions =
                yaml.maps(key).stream().map(RuleReader::condition).toList();
        if (conditions.isEmpty()) {
            throw yaml.wrong(key, "none", "at least one condition");
        }
        return conditions;
    }

    private static Subject subject(YamlMap yaml, String key) {
        return switch (key) {
            case "source_ae" -> new Subject.SourceAe();
            case "called_ae" -> new Subject.CalledAe();
            case "instances" -> new Subject.Instances();
            default ->
                new Subject.Attribute(Dictionary.tag(key)
                        .orElseThrow(() -> yaml.wrong(
                                key,
                                "an unknown subject",
                                "source_ae, called_ae, instances, all, any, not or a DICOM keyword")));
        };
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
