package org.tandem.model;

import java.util.List;
import java.util.stream.Collectors;

/** What must hold of a series for a rule, or a channel of a model, to match it. */
public sealed interface Condition {

    boolean holds(SeriesFacts facts);

    /** Why it holds or not; shows values, but of what says who the patient is only whether the comparison held. */
    String explain(SeriesFacts facts);

    /** A comparison of one subject. */
    record Compare(Subject subject, Comparison comparison) implements Condition {
        @Override
        public boolean holds(SeriesFacts facts) {
            return comparison.holds(subject.values(facts));
        }

        @Override
        public String explain(SeriesFacts facts) {
            String detail = subject.isIdentity()
                    ? " (not shown: says who the patient is)"
                    : " " + subject.values(facts) + ", expected " + comparison.inWords();
            return mark(holds(facts)) + subject.name() + detail;
        }
    }

    /** All of them; none asked for holds. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(SeriesFacts facts) {
            return conditions.stream().allMatch(condition -> condition.holds(facts));
        }

        @Override
        public String explain(SeriesFacts facts) {
            return conditions.isEmpty() ? mark(true) + "everything" : joined(conditions, facts);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(SeriesFacts facts) {
            return conditions.stream().anyMatch(condition -> condition.holds(facts));
        }

        @Override
        public String explain(SeriesFacts facts) {
            return mark(holds(facts)) + "any of: " + joined(conditions, facts);
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(SeriesFacts facts) {
            return !condition.holds(facts);
        }

        @Override
        public String explain(SeriesFacts facts) {
            return mark(holds(facts)) + "not: " + condition.explain(facts);
        }
    }

    private static String mark(boolean holds) {
        return holds ? "✓ " : "✗ ";
    }

    private static String joined(List<Condition> conditions, SeriesFacts facts) {
        return conditions.stream().map(c -> c.explain(facts)).collect(Collectors.joining("; "));
    }
}
