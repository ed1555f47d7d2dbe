package org.tandem.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandem.model.ConditionReader;
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
                ConditionReader.ofSeries(yaml.map("when")),
                yaml.string("model"),
                priority,
                new RouteMatch.Recipients(
                        yaml.strings("destinations"), PlanChange.read(yaml), yaml.truth("report_not_processed", true)));
    }
}
