package org.tandem.route;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tandem.model.SeriesFacts;
import org.tandem.model.YamlMap;

/**
 * Matches complete series against rules. Every rule that matches counts: a series may go to several models. Immutable:
 * a changed file is read as a new router, and a file with a mistake leaves the old one in force.
 */
public final class Router {

    private final List<Rule> rules;

    private Router(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads {@code routes.yaml} whole; refuses it with file, path, what it got and what it expected. */
    public static Router load(Path file) {
        return of(YamlMap.load(file));
    }

    static Router of(YamlMap yaml) {
        return new Router(RuleReader.read(yaml));
    }

    /** The rules that match, in the order of the file. */
    public List<RouteMatch> route(SeriesFacts facts) {
        return rules.stream()
                .filter(rule -> rule.when().holds(facts))
                .map(Rule::match)
                .toList();
    }

    /** For each rule, whether it matches and why; no patient identity. */
    public List<String> explain(SeriesFacts facts) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            String verdict =
                    rule.when().holds(facts) ? "matches → " + rule.model() + " " + rule.destinations() : "no match";
            lines.add(rule.name() + ": " + verdict + " (" + rule.when().explain(facts) + ")");
        }
        return lines;
    }

    /** The names of the rules that name this model. */
    public List<String> rulesOf(String model) {
        return rules.stream()
                .filter(rule -> rule.model().equals(model))
                .map(Rule::name)
                .toList();
    }

    /** The models that rules name, as they name them. */
    public List<String> models() {
        return rules.stream().map(Rule::model).distinct().toList();
    }

    /** The names of all destinations that rules send to. */
    public List<String> destinations() {
        return rules.stream()
                .flatMap(rule -> rule.destinations().stream())
                .distinct()
                .toList();
    }
}
