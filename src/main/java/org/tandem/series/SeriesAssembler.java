package org.tandem.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.ingest.ArrivalListener;
import org.tandem.ingest.InstanceIdentity;
import org.tandem.ingest.ReceivedInstance;
import org.tandem.net.AssociationInfo;

/**
 * Makes series of the instances that arrive, and says when one is complete: after a quiet period, at the release of an
 * association, or at an expected count. All that it must remember is rows; it has no timer of its own, so whoever owns
 * it calls {@link #completeDue} at {@link #nextDue}. Thread-safe.
 *
 * <p>What becomes complete stays COMPLETE until {@link #change} takes it further, so that a crash in between loses
 * nothing: {@link #complete} lists it again.
 */
public final class SeriesAssembler implements ArrivalListener {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesAssembler.class);
    private static final int BATCH = 100;

    private final SeriesLedger ledger;
    private final AssemblyRules rules;
    private final ExpectedCount expectedCount;
    private final Clock clock;
    private final OpenAssociations associations = new OpenAssociations();

    /** When senders have had their grace after the start. */
    private volatile Instant graceEnds = Instant.MIN;

    public SeriesAssembler(SeriesLedger ledger, AssemblyRules rules, ExpectedCount expectedCount, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.expectedCount = expectedCount;
        this.clock = clock;
    }

    /** With the quiet period and the release of associations only. */
    public SeriesAssembler(SeriesLedger ledger, AssemblyRules rules, Clock clock) {
        this(ledger, rules, ExpectedCount.UNKNOWN, clock);
    }

    /** To be called once at the start of the node: series that became due while it was down get the restart's grace. */
    public int resume() {
        graceEnds = clock.instant().plus(rules.restartGrace());
        int postponed = ledger.postponeDue(graceEnds);
        if (postponed > 0) {
            LOG.info(
                    "{} series were being received at the last stop, wait at least {}",
                    postponed,
                    rules.restartGrace());
        }
        return postponed;
    }

    @Override
    public void instancesStored(List<ReceivedInstance> instances) {
        Map<Uid, SeriesRecord> bySeries = new LinkedHashMap<>();
        for (ReceivedInstance instance : instances) {
            SeriesRecord arrived = seriesOf(instance);
            bySeries.merge(arrived.uid(), arrived, SeriesAssembler::join);
        }
        bySeries.values().stream()
                .sorted((a, b) -> a.uid().compareTo(b.uid())) // one order of locks for all nodes
                .forEach(this::add);
        instances.forEach(this::rememberAssociation);
    }

    private void add(SeriesRecord arrived) {
        ledger.add(arrived);
        if (expectedCount != ExpectedCount.UNKNOWN) {
            ledger.find(arrived.uid()).filter(this::isWhole).ifPresent(s -> ledger.setDue(s.uid(), clock.instant()));
        }
    }

    private boolean isWhole(SeriesRecord series) {
        OptionalInt expected = expectedCount.of(series);
        return expected.isPresent() && series.arrivals().instanceCount() >= expected.getAsInt();
    }

    private SeriesRecord seriesOf(ReceivedInstance instance) {
        InstanceIdentity identity = instance.identity();
        AssociationInfo association = instance.origin().association();
        Instant at = instance.origin().arrivedAt();
        return new SeriesRecord(
                new SeriesIdentity(identity.series(), identity.study(), instance.modality()),
                new SeriesSource(association.calling(), association.called()),
                new SeriesArrivals(1, instance.content().sizeBytes(), at, at),
                new SeriesStanding(
                        SeriesState.RECEIVING,
                        1,
                        at.plus(rules.ruleOf(association.calling()).quietPeriod())));
    }

    private static SeriesRecord join(SeriesRecord a, SeriesRecord b) {
        SeriesStanding later = a.standing().dueAt().isAfter(b.standing().dueAt()) ? a.standing() : b.standing();
        return new SeriesRecord(a.identity(), a.source(), a.arrivals().plus(b.arrivals()), later);
    }

    private void rememberAssociation(ReceivedInstance instance) {
        AssociationInfo association = instance.origin().association();
        if (rules.ruleOf(association.calling()).completeAtRelease()) {
            associations.add(association.id(), instance.identity().series());
        }
    }

    @Override
    public void associationEnded(AssociationInfo association, boolean released) {
        List<Uid> whole = associations.end(association.id());
        if (!released) {
            return;
        }
        for (Uid series : whole) {
            try {
                ledger.setDue(series, clock.instant());
            } catch (TandemException e) {
                LOG.warn("Release not noted of series {}, its quiet period completes it: {}", series, e.getMessage());
            }
        }
    }

    /** Completes every series that is due; answers those that this call has completed. */
    public List<SeriesRecord> completeDue(Instant now) {
        List<SeriesRecord> completed = new ArrayList<>();
        List<SeriesRecord> due;
        do {
            due = ledger.due(now, BATCH);
            for (SeriesRecord series : due) {
                if (ledger.complete(series.uid(), now)) {
                    ledger.find(series.uid()).ifPresent(completed::add);
                }
            }
        } while (due.size() == BATCH);
        for (SeriesRecord series : completed) {
            SeriesArrivals arrivals = series.arrivals();
            LOG.info(
                    "Series {} complete: {} {} instances, {} bytes, revision {}",
                    series.uid(),
                    arrivals.instanceCount(),
                    series.identity().modality(),
                    arrivals.sizeBytes(),
                    series.revision());
        }
        return completed;
    }

    /** When {@link #completeDue} has next something to do, if nothing more arrives. */
    public Optional<Instant> nextDue() {
        return ledger.nextDue();
    }

    /** Series that are COMPLETE and wait to be taken further. */
    public List<SeriesRecord> complete(int maxRows) {
        return ledger.inState(SeriesState.COMPLETE, maxRows);
    }

    /** All series of a study as they stand, in the order of their UIDs. */
    public List<SeriesRecord> ofStudy(Uid study) {
        return ledger.ofStudy(study);
    }

    /** When no more series are waited for of a study of which there are these, if nothing comes before. */
    public Instant studyQuietAt(List<SeriesRecord> study) {
        return study.stream()
                .map(series -> series.state() == SeriesState.RECEIVING
                        ? Instant.MAX
                        : series.arrivals().last().plus(rules.studyQuietPeriod()))
                .reduce(graceEnds, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Takes a series further, if it still is as {@code seen}; whether this call did it. */
    public boolean change(SeriesRecord seen, SeriesState to) {
        return ledger.change(seen, to);
    }
}
