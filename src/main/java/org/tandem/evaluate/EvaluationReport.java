package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.metric.DeLong;
import org.tandem.evaluate.metric.ThresholdRule;
import org.tandem.evaluate.report.Report;

/** Measures what an evaluation kept, on the split and in the groups that were asked for. */
public final class EvaluationReport {

    /** So many reasons why cases were not evaluated are told, the others are counted. */
    private static final int MAX_REASONS = 20;

    private final List<CaseRecord> records;
    private final Plan plan;
    private final List<CaseRecord> reported;

    /**
     * What is to be told of which cases.
     *
     * @param subgroups columns by whose values the measures are told too
     * @param threshold where thresholds are chosen; empty: the model's own
     * @param reportOn the split that is reported; empty: all cases
     */
    public record Plan(List<String> subgroups, Optional<Choice> threshold, Optional<String> reportOn) {
        public Plan {
            subgroups = List.copyOf(subgroups);
        }

        /** The cases that have to be run: all, or those of the splits that are named. Refuses a split without cases. */
        public List<Case> needed(List<Case> cases) {
            if (reportOn.isEmpty()) {
                return cases;
            }
            Set<String> there = new TreeSet<>();
            cases.forEach(
                    one -> Optional.ofNullable(one.columns().get(Case.SPLIT)).ifPresent(there::add));
            Set<String> wanted = new HashSet<>(Set.of(reportOn.get()));
            threshold.ifPresent(choice -> wanted.add(choice.split()));
            for (String split : wanted) {
                if (!there.contains(split)) {
                    throw new TandemException(
                            TandemException.Kind.REFUSE,
                            "Cases of split \"" + split + "\": got no case, expected one of " + there);
                }
            }
            return cases.stream()
                    .filter(one -> wanted.contains(one.columns().getOrDefault(Case.SPLIT, "")))
                    .toList();
        }
    }

    /** By which rule and on which split thresholds are chosen. */
    public record Choice(String rule, String split) {}

    private EvaluationReport(List<CaseRecord> records, Plan plan) {
        this.records = records;
        this.plan = plan;
        this.reported = split(plan.reportOn());
    }

    /** The report, without pictures; facts stand at its head, above those that follow from the cases. */
    public static Report of(String title, Map<String, String> facts, List<CaseRecord> records, Plan plan) {
        EvaluationReport report = new EvaluationReport(records, plan);
        List<Report.Section> sections =
                report.measured().stream().map(report::section).toList();
        return new Report(title, report.facts(facts), report.notes(), sections, List.of());
    }

    /** The section that compares a second model with the first, class by class, on the cases that both answered. */
    public static Report.Section comparison(String other, List<CaseRecord> first, List<CaseRecord> second, Plan plan) {
        Map<String, CaseRecord> byId = new LinkedHashMap<>();
        new EvaluationReport(second, plan).reported.forEach(one -> byId.put(one.id(), one));
        List<CaseRecord> both = new EvaluationReport(first, plan)
                .reported.stream().filter(one -> byId.containsKey(one.id())).toList();
        List<CaseRecord> others = both.stream()
                .flatMap(one -> Optional.ofNullable(byId.get(one.id())).stream())
                .toList();
        List<Report.Row> rows = new ArrayList<>();
        for (String label : labels(both)) {
            MeasuredClass one = new MeasuredClass(label, OptionalDouble.empty());
            DeLong.Comparison difference = DeLong.compare(one.scores(both), one.scores(others));
            rows.add(Report.Row.of(
                    label + ": AUC less that of " + other + " (DeLong, p = " + String.format("%.3g", difference.p())
                            + ")",
                    difference.difference()));
        }
        rows.addAll(PairedOverlap.rows(other, both, others));
        return new Report.Section("Against " + other, rows, List.of(), Report.Details.NONE);
    }

    /**
     * How well sets of answers hold the true one at a level: their quantile taken on the split on which thresholds are
     * chosen, or else on one half of the reported cases, and counted on the other.
     */
    public static List<Report.Section> sets(Told told, double level, List<CaseRecord> records, Plan plan) {
        EvaluationReport report = new EvaluationReport(records, plan);
        PredictionSets.Halves halves = plan.threshold()
                .map(choice -> new PredictionSets.Halves(report.split(Optional.of(choice.split())), report.reported))
                .orElseGet(() -> PredictionSets.Halves.of(report.reported));
        return PredictionSets.of(told, level).stream()
                .map(sets -> sets.section(halves))
                .toList();
    }

    /** The cases that are reported and could be evaluated. */
    public static List<CaseRecord> reported(List<CaseRecord> records, Plan plan) {
        return new EvaluationReport(records, plan).reported;
    }

    private List<CaseRecord> split(Optional<String> name) {
        List<CaseRecord> chosen = records.stream()
                .filter(CaseRecord::isEvaluated)
                .filter(one -> name.isEmpty() || name.get().equals(one.columns().get(Case.SPLIT)))
                .toList();
        if (chosen.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cases" + name.map(split -> " of split \"" + split + "\"").orElse("")
                            + ": got none that could be evaluated, expected one of the splits "
                            + Cohort.by(Case.SPLIT, records).keySet()
                            + records.stream()
                                    .filter(one -> !one.isEvaluated())
                                    .findFirst()
                                    .map(one -> "; the first failure: " + one.failure())
                                    .orElse(""));
        }
        return chosen;
    }

    private Map<String, String> facts(Map<String, String> given) {
        Map<String, String> facts = new LinkedHashMap<>(given);
        facts.put("cases reported", Integer.toString(reported.size()));
        plan.reportOn().ifPresent(split -> facts.put("split reported", split));
        Set<String> patients = new LinkedHashSet<>();
        reported.forEach(
                one -> Optional.ofNullable(one.columns().get(Case.PATIENT)).ifPresent(patients::add));
        if (!patients.isEmpty()) {
            facts.put("patients", Integer.toString(patients.size()));
        }
        plan.threshold()
                .ifPresent(choice -> facts.put("thresholds", choice.rule() + ", chosen on split " + choice.split()));
        return facts;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                "Intervals are 95 %: Wilson of shares, DeLong of areas, Student of biases and limits of agreement,"
                        + " otherwise percentile bootstrap of 1000 resamples that draws whole patients where the data tell"
                        + " them apart. Measures that are not defined on a case, such as a distance to an empty mask, are"
                        + " left out of means: n says of how many cases they are."));
        Map<String, Integer> reasons = new TreeMap<>();
        records.stream()
                .filter(one -> !one.isEvaluated())
                .forEach(one -> reasons.merge(one.failure(), 1, Integer::sum));
        reasons.entrySet().stream()
                .limit(MAX_REASONS)
                .forEach(reason -> notes.add("Not evaluated, " + reason.getValue() + ": " + reason.getKey()));
        if (reasons.size() > MAX_REASONS) {
            notes.add("Not evaluated, for other reasons: "
                    + reasons.values().stream()
                            .skip(MAX_REASONS)
                            .mapToInt(count -> count)
                            .sum());
        }
        return notes;
    }

    private Report.Section section(Measured measured) {
        List<Report.Groups> groups = plan.subgroups().stream()
                .map(column -> groups(measured, column))
                .toList();
        return new Report.Section(
                measured.title(),
                measured.mainRows(reported),
                measured.furtherRows(reported),
                new Report.Details(measured.plots(reported), groups));
    }

    private Report.Groups groups(Measured measured, String column) {
        List<Report.Group> groups = new ArrayList<>();
        Cohort.by(column, reported)
                .forEach((value, cases) -> groups.add(new Report.Group(value, measured.mainRows(cases))));
        return new Report.Groups(column, groups);
    }

    private List<Measured> measured() {
        Set<Measured> all = new LinkedHashSet<>();
        for (CaseRecord one : reported) {
            one.answers().segments().forEach(segment -> all.add(new MeasuredSegment(segment.label())));
            one.answers().numbers().forEach(number -> all.add(new MeasuredNumber(number.label(), number.unit())));
            one.answers().places().forEach(places -> all.add(new MeasuredPlaces(places.label())));
        }
        List<MeasuredClass> classes = labels(reported).stream()
                .map(label -> new MeasuredClass(label, threshold(label)))
                .toList();
        if (classes.size() > 1) {
            all.add(new MeasuredClasses(classes));
        }
        all.addAll(classes);
        return List.copyOf(all);
    }

    private OptionalDouble threshold(String label) {
        return plan.threshold()
                .map(choice -> ThresholdRule.of(choice.rule())
                        .orElseThrow(() -> new TandemException(
                                TandemException.Kind.REFUSE,
                                "Rule for thresholds: got \"" + choice.rule()
                                        + "\", expected youden, f1, sensitivity>=SHARE or specificity>=SHARE"))
                        .choose(new MeasuredClass(label, OptionalDouble.empty())
                                .scores(split(Optional.of(choice.split())))))
                .orElse(OptionalDouble.empty());
    }

    private static Set<String> labels(List<CaseRecord> cases) {
        Set<String> labels = new LinkedHashSet<>();
        cases.forEach(one -> one.answers().classes().forEach(known -> labels.add(known.label())));
        return labels;
    }
}
