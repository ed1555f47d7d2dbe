package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.metric.Bootstrap;
import org.tandem.evaluate.metric.Estimate;

/**
 * Cases that are measured together, and answers of one kind to them.
 *
 * @param answers as many as cases; of each case its own
 */
record Cohort<T>(List<CaseRecord> cases, List<T> answers) {

    private static final int ROUNDS = 1000;
    private static final long SEED = 1;

    Cohort {
        cases = List.copyOf(cases);
        answers = List.copyOf(answers);
    }

    /** Of those cases that have an answer that fits. */
    static <T> Cohort<T> of(List<CaseRecord> cases, Function<CaseRecord.Answers, List<T>> kind, Predicate<T> which) {
        List<CaseRecord> having = new ArrayList<>();
        List<T> answers = new ArrayList<>();
        for (CaseRecord one : cases) {
            kind.apply(one.answers()).stream().filter(which).findFirst().ifPresent(answer -> {
                having.add(one);
                answers.add(answer);
            });
        }
        return new Cohort<>(having, answers);
    }

    int size() {
        return cases.size();
    }

    double[] each(ToDoubleFunction<T> value) {
        return answers.stream().mapToDouble(value).toArray();
    }

    /**
     * A statistic of cases with an interval for which whole patients are drawn, where the data set tells them apart.
     */
    Estimate estimate(ToDoubleFunction<int[]> statistic) {
        return new Bootstrap(groups(), ROUNDS, SEED).estimate(statistic);
    }

    /** The mean of what is defined. */
    Estimate mean(ToDoubleFunction<T> value) {
        double[] values = each(value);
        Estimate all = estimate(chosen -> {
            double sum = 0;
            int count = 0;
            for (int index : chosen) {
                boolean defined = !Double.isNaN(values[index]);
                sum += defined ? values[index] : 0;
                count += defined ? 1 : 0;
            }
            return count == 0 ? Double.NaN : sum / count;
        });
        return new Estimate(all.value(), all.interval(), defined(values));
    }

    private static long defined(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** The numbers of the cases of each patient, or of each case alone. */
    List<int[]> groups() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String patient = cases.get(i).columns().getOrDefault(Case.PATIENT, "");
            groups.computeIfAbsent(patient.isEmpty() ? "case " + i : patient, key -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    /** The cases by what a column says, ascending; those without it stand under "not known". */
    static Map<String, List<CaseRecord>> by(String column, List<CaseRecord> cases) {
        Map<String, List<CaseRecord>> groups = new TreeMap<>();
        cases.forEach(
                one -> groups.computeIfAbsent(one.columns().getOrDefault(column, "not known"), key -> new ArrayList<>())
                        .add(one));
        return groups;
    }
}
