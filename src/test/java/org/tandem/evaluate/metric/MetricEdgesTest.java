package org.tandem.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that can be checked by hand, and what measures are where they have no value. */
final class MetricEdgesTest {

    private static final Scores NO_POSITIVES = scores("0.2- 0.7-");
    private static final Scores EMPTY = scores("");

    @Test
    void ofFourPairsThreeAreInOrderSoTheAreaIsThreeQuarters() {
        Scores scores = scores("0.9+ 0.6- 0.4+ 0.1-");

        assertThat(RocCurve.of(scores).area()).isEqualTo(0.75);
        assertThat(DeLong.area(scores).value()).isEqualTo(0.75);
    }

    @Test
    void tiedCasesOfBothKindsCountHalf() {
        assertThat(RocCurve.of(scores("0.5+ 0.5- 0.5+ 0.5-")).area()).isEqualTo(0.5);
        assertThat(RocCurve.of(scores("0.5+ 0.5- 0.5+ 0.5-")).points()).hasSize(2);
    }

    @Test
    void whereOnlyOneKindOfCaseIsThereNothingCanBeToldApart() {
        assertThat(RocCurve.of(NO_POSITIVES).area()).isNaN();
        assertThat(DeLong.area(NO_POSITIVES).isDefined()).isFalse();
        assertThat(PrecisionRecall.of(NO_POSITIVES).averagePrecision()).isNaN();
        assertThat(new ThresholdRule.Youden().choose(NO_POSITIVES)).isEmpty();
    }

    @Test
    void withoutPositivesThereIsNoSensitivityButASpecificity() {
        Confusion confusion = Confusion.of(NO_POSITIVES, 0.5);

        assertThat(confusion.sensitivity().isDefined()).isFalse();
        assertThat(confusion.sensitivity().n()).isZero();
        assertThat(confusion.specificity().value()).isEqualTo(0.5);
    }

    @Test
    void ofNoCaseNothingIsDefinedAndNothingFails() {
        assertThat(Confusion.of(EMPTY, 0.5).accuracy().isDefined()).isFalse();
        assertThat(Confusion.of(EMPTY, 0.5).f1().isDefined()).isFalse();
        assertThat(Reliability.of(EMPTY, 10).expectedError()).isNaN();
        assertThat(Bootstrap.ofCases(0, 100, 1).estimate(chosen -> 1).isDefined())
                .isFalse();
        assertThat(Froc.of(List.of()).competitionMetric()).isNaN();
        assertThat(Differences.of(new double[0], new double[0]).meanAbsoluteError())
                .isNaN();
    }

    @Test
    void aPerfectModelHasAnAreaOfOneAndNoWidth() {
        Estimate area = DeLong.area(scores("0.9+ 0.8+ 0.2- 0.1-"));

        assertThat(area).isEqualTo(new Estimate(1, new Interval(1, 1), 4));
    }

    @Test
    void aSinglePositiveGivesAnAreaButNoInterval() {
        Estimate area = DeLong.area(scores("0.9+ 0.8- 0.2-"));

        assertThat(area.value()).isEqualTo(1);
        assertThat(area.interval().exists()).isFalse();
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        Scores scores = scores("0.9+ 0.6- 0.4+ 0.1-");

        assertThat(DeLong.compare(scores, scores).difference().value()).isZero();
        assertThat(DeLong.compare(scores, scores).z()).isNaN();
        assertThatThrownBy(() -> DeLong.compare(scores, scores("0.9- 0.6- 0.4+ 0.1-")))
                .hasMessageContaining("expected the same cases");
    }

    @Test
    void tenOfTenIsNotCertainty() {
        // Wilson's lower end of 10 of 10 is n / (n + z²) = 10 / 13.8415
        Estimate all = Proportion.of(10, 10);

        assertThat(all.interval().high()).isEqualTo(1);
        assertThat(all.interval().low()).isCloseTo(0.7225, within(5e-5));
    }

    @Test
    void wholeGroupsAreDrawnSoThatCopiesDoNotNarrowAnInterval() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        Bootstrap single = Bootstrap.ofCases(8, 2000, 1);
        Bootstrap pairs =
                new Bootstrap(List.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {4, 5}, new int[] {6, 7}), 2000, 1);

        assertThat(width(pairs, values)).isGreaterThan(1.2 * width(single, values));
    }

    @Test
    void aSecondMarkOnAPlaceIsNeitherTrueNorFalse() {
        Froc.Image image = new Froc.Image(
                List.of(new Froc.Mark(0.9, 0), new Froc.Mark(0.8, 0), new Froc.Mark(0.7, Froc.Mark.NOWHERE)), 2);

        assertThat(Froc.of(List.of(image)).points())
                .containsExactly(new Froc.Point(0.9, 0, 0.5), new Froc.Point(0.8, 0, 0.5), new Froc.Point(0.7, 1, 0.5));
    }

    @Test
    void rulesAreReadAndChooseWhatTheySay() {
        Scores scores = scores("0.9+ 0.8- 0.7+ 0.6+ 0.5- 0.4+ 0.3- 0.2-");

        assertThat(rule("sensitivity>=1").choose(scores)).hasValue(0.4);
        assertThat(rule("sensitivity>=0.7").choose(scores)).hasValue(0.6);
        assertThat(rule("specificity>=0.9").choose(scores)).hasValue(0.9);
        assertThat(rule("youden").choose(scores)).hasValue(0.6);
        assertThat(rule("f1").choose(scores)).hasValue(0.4);
        assertThat(ThresholdRule.of("sensitivity>=2")).isEmpty();
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> scores("NaN+ 0.1-")).hasMessageContaining("got NaN for case 0");
        assertThatThrownBy(() -> Reliability.of(scores("1.5+"), 10)).hasMessageContaining("expected 0 to 1");
    }

    private static ThresholdRule rule(String text) {
        return ThresholdRule.of(text).orElseThrow();
    }

    private static double width(Bootstrap bootstrap, double[] values) {
        Interval interval = bootstrap.interval(chosen -> {
            double sum = 0;
            for (int i : chosen) {
                sum += values[i];
            }
            return sum / chosen.length;
        });
        return interval.high() - interval.low();
    }

    /** "0.9+ 0.2-": scores, of those that have the class and those that have not. */
    static Scores scores(String text) {
        String[] words = text.isEmpty() ? new String[0] : text.split(" ");
        double[] scores = new double[words.length];
        boolean[] positive = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            positive[i] = words[i].endsWith("+");
            scores[i] = Double.parseDouble(words[i].substring(0, words[i].length() - 1));
        }
        return Scores.of(scores, positive);
    }
}
