package org.tandem.drift;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.model.Reference;

/** Keeps what was observed, and says what changes. For several threads. */
public final class DriftWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

    private final DriftLedger ledger;
    private final ModelStore models;
    private final Clock clock;

    public DriftWatch(DriftLedger ledger, ModelStore models, Clock clock) {
        this.ledger = ledger;
        this.models = models;
        this.clock = clock;
    }

    /** Keeps what was observed of one run. What cannot be kept is lost, with a warning: no result is held up for it. */
    public void add(ModelName model, Observed observed) {
        try {
            ledger.add(LocalDate.now(clock), model, observed);
        } catch (TandemException e) {
            LOG.warn("What model {} was shown and said is not counted for drift: {}", model, e.getMessage());
        }
    }

    /**
     * The last so many days beside as many before them, by model, scanner and quantity; where a model saw images of
     * several scanners, all of them together first.
     */
    public List<DriftLine> lines(int days) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        Map<Subject, Tally> before = bySubject(ledger.between(tomorrow.minusDays(2L * days), tomorrow.minusDays(days)));
        List<DriftLine> lines = new ArrayList<>();
        bySubject(ledger.between(tomorrow.minusDays(days), tomorrow))
                .forEach((subject, tally) -> lines.add(DriftLine.of(
                        new DriftRow(subject.model(), subject.scanner(), subject.quantity(), tally),
                        before.getOrDefault(subject, Tally.NONE),
                        reference(subject))));
        return lines;
    }

    private record Subject(ModelName model, Scanner scanner, String quantity) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int byModel = model.compareTo(other.model);
            int byScanner = byModel == 0 ? scanner.compareTo(other.scanner) : byModel;
            return byScanner == 0 ? quantity.compareTo(other.quantity) : byScanner;
        }
    }

    private static Map<Subject, Tally> bySubject(List<DriftRow> rows) {
        Map<ModelName, Long> scanners = rows.stream()
                .collect(Collectors.groupingBy(
                        DriftRow::model,
                        Collectors.collectingAndThen(
                                Collectors.mapping(DriftRow::scanner, Collectors.toSet()), set -> (long) set.size())));
        Map<Subject, List<Tally>> parts = new TreeMap<>();
        for (DriftRow row : rows) {
            add(parts, row, row.scanner());
            if (scanners.getOrDefault(row.model(), 0L) > 1) {
                add(parts, row, Scanner.ALL);
            }
        }
        Map<Subject, Tally> sums = new TreeMap<>();
        parts.forEach((subject, tallies) -> sums.put(subject, Tally.sum(tallies)));
        return sums;
    }

    private static void add(Map<Subject, List<Tally>> parts, DriftRow row, Scanner scanner) {
        parts.computeIfAbsent(new Subject(row.model(), scanner, row.quantity()), key -> new ArrayList<>())
                .add(row.tally());
    }

    private Optional<Reference> reference(Subject subject) {
        try {
            return models.require(subject.model().name(), subject.model().version()).manifest().reference().stream()
                    .filter(reference -> reference.quantity().equals(subject.quantity()))
                    .findFirst();
        } catch (TandemException e) {
            return Optional.empty(); // the model is not there any more
        }
    }
}
