package org.tandem.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;

/** What every ledger of drift does, and what is told by it. */
public interface DriftLedgerContract {

    LocalDate TODAY = LocalDate.of(2026, 11, 29);
    ModelName MODEL = new ModelName("threshold", "1.0.0");
    Scanner ONE = new Scanner("Vendor", "Model", "B30f");
    Scanner OTHER = new Scanner("Vendor", "Model", "B70f");

    DriftLedger ledger();

    @Test
    default void examsOfADayAreOneRowForEachScannerAndQuantity() {
        DriftLedger ledger = ledger();
        for (double value : new double[] {1, 2, 6}) {
            ledger.add(TODAY, MODEL, observed(ONE, value));
        }
        ledger.add(TODAY, MODEL, observed(OTHER, 10));
        ledger.add(TODAY.minusDays(1), MODEL, observed(ONE, 20));
        List<DriftRow> rows = new ArrayList<>(ledger.between(TODAY, TODAY.plusDays(1)));
        rows.sort((a, b) -> a.scanner().compareTo(b.scanner()));
        assertThat(rows).extracting(DriftRow::scanner).containsExactly(ONE, OTHER);
        Tally tally = rows.get(0).tally();
        assertThat(tally.count()).isEqualTo(3);
        assertThat(tally.mean()).isEqualTo(3, within(1e-12));
        assertThat(tally.deviation()).isEqualTo(Math.sqrt(7), within(1e-12)); // (4 + 1 + 9) / 2
        assertThat(tally.sketch().quantile(0.5)).isEqualTo(2, within(0.02));
    }

    @Test
    default void jobsThatEndAtOnceAreAllCounted() throws Exception {
        DriftLedger ledger = ledger();
        ExecutorService jobs = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double value = i;
                running.add(jobs.submit(() -> ledger.add(TODAY, MODEL, observed(ONE, value))));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            jobs.shutdownNow();
        }
        assertThat(ledger.between(TODAY, TODAY.plusDays(1)).get(0).tally().count())
                .isEqualTo(40);
    }

    @Test
    default void aShiftOfOneScannerIsFoundAndTheOtherStaysAsBefore() {
        DriftLedger ledger = ledger();
        Random random = new Random(7);
        month(ledger, ONE, 40, i -> 100 + 10 * random.nextGaussian());
        month(ledger, ONE, 5, i -> 112 + 10 * random.nextGaussian());
        month(ledger, OTHER, 40, i -> 100 + 10 * random.nextGaussian());
        month(ledger, OTHER, 5, i -> 100 + 10 * random.nextGaussian());
        List<DriftLine> lines = watch(ledger).lines(30);
        assertThat(lines)
                .filteredOn(DriftLine::hasChanged)
                .extracting(line -> line.now().scanner())
                .containsExactly(Scanner.ALL, ONE);
        assertThat(line(lines, ONE).inWords()).isEqualTo("higher than before");
        assertThat(line(lines, OTHER).inWords()).isEqualTo("as before");
        assertThat(line(lines, ONE).now().tally().count()).isEqualTo(150);
    }

    @Test
    default void fewExamsTellNothing() {
        DriftLedger ledger = ledger();
        for (int i = 0; i < 19; i++) {
            ledger.add(TODAY.minusDays(40), MODEL, observed(ONE, 1));
            ledger.add(TODAY, MODEL, observed(ONE, 1000));
        }
        assertThat(line(watch(ledger).lines(30), ONE).inWords()).isEqualTo("too few exams to compare");
    }

    private static DriftWatch watch(DriftLedger ledger) {
        Clock clock = Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new DriftWatch(ledger, new ModelStore(Path.of("src/test/resources/models")), clock);
    }

    private static DriftLine line(List<DriftLine> lines, Scanner scanner) {
        return lines.stream()
                .filter(line -> line.now().scanner().equals(scanner))
                .findFirst()
                .orElseThrow();
    }

    /** 150 exams on one day. */
    private static void month(DriftLedger ledger, Scanner scanner, int daysAgo, IntToDoubleFunction value) {
        double[] values = new double[150];
        Arrays.setAll(values, value);
        ledger.add(TODAY.minusDays(daysAgo), MODEL, observed(scanner, values));
    }

    private static Observed observed(Scanner scanner, double... values) {
        Tally sum = Tally.sum(Arrays.stream(values).mapToObj(Tally::of).toList());
        return new Observed(scanner, new TreeMap<>(Map.of("input mean", sum)));
    }
}
