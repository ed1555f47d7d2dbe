package org.tandem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.report.Report;

/** Sets of answers on figures that can be worked out by hand. */
final class PredictionSetsTest {

    @Test
    void theQuantileIsTakenOnSomeCasesAndWhatTheSetsHoldIsCountedOnOthers() {
        // nine cases, 1 − p(true answer) from 0.1 to 0.9; of (9 + 1) · 0.8 the eighth smallest: 0.8
        List<CaseRecord> choose = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> one("a" + i, i % 2 == 0 ? 1 - i / 10.0 : i / 10.0, i % 2 == 0))
                .toList();
        // with 1 − 0.8: {it, not}, {not}, {it}, and twice the wrong one alone
        List<CaseRecord> count = List.of(
                one("b1", 0.5, true),
                one("b2", 0.1, false),
                one("b3", 0.9, true),
                one("b4", 0.95, false),
                one("b5", 0.05, true));

        Report.Section section = sets(0.8).section(new PredictionSets.Halves(choose, count));

        assertThat(value(section, "quantile of 1 − p(true answer), chosen on other cases"))
                .isEqualTo(0.8);
        assertThat(value(section, "sets that hold the true answer")).isEqualTo(3 / 5.0);
        assertThat(value(section, "sets of several answers")).isEqualTo(1 / 5.0);
        assertThat(value(section, "sets that hold the true answer, of cases with Nodule"))
                .isEqualTo(2 / 3.0);
        assertThat(value(section, "sets that hold the true answer, of cases without Nodule"))
                .isEqualTo(1 / 2.0);
    }

    @Test
    void tooFewCasesForALevelLetEveryAnswerIn() {
        List<CaseRecord> choose = List.of(one("a", 0.9, true), one("b", 0.8, true));

        Report.Section section = sets(0.9).section(new PredictionSets.Halves(choose, choose));

        assertThat(value(section, "quantile of 1 − p(true answer), chosen on other cases"))
                .isEqualTo(1);
        assertThat(value(section, "sets that hold the true answer")).isEqualTo(1);
    }

    @Test
    void noPatientLiesInBothHalvesAndTheHalvesAreTheSameEachTime() {
        List<CaseRecord> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cases.add(new CaseRecord("case " + i, Map.of(Case.PATIENT, "patient " + i / 3), answers(0.5, true), ""));
        }

        PredictionSets.Halves halves = PredictionSets.Halves.of(cases);

        Set<String> both = new HashSet<>(patients(halves.choose()));
        both.retainAll(patients(halves.count()));
        assertThat(both).isEmpty();
        assertThat(halves.choose()).hasSize(30);
        assertThat(halves.count()).hasSize(30);
        assertThat(PredictionSets.Halves.of(cases)).isEqualTo(halves);
    }

    private static Set<String> patients(List<CaseRecord> cases) {
        return cases.stream()
                .map(one -> one.columns().getOrDefault(Case.PATIENT, ""))
                .collect(Collectors.toSet());
    }

    private static PredictionSets sets(double level) {
        return new PredictionSets(List.of("Nodule"), level);
    }

    private static double value(Report.Section section, String measure) {
        return section.rows().stream()
                .filter(row -> row.measure().equals(measure))
                .map(Report.Row::estimate)
                .mapToDouble(Estimate::value)
                .findFirst()
                .orElseThrow();
    }

    private static CaseRecord one(String id, double score, boolean positive) {
        return new CaseRecord(id, Map.of(), answers(score, positive), "");
    }

    private static CaseRecord.Answers answers(double score, boolean positive) {
        return new CaseRecord.Answers(
                List.of(), List.of(new CaseRecord.OfClass("Nodule", score, positive, 0.5)), List.of(), List.of());
    }
}
