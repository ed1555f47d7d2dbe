package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelStore;
import org.tandem.net.AeTitle;
import org.tandem.route.Router;
import org.tandem.series.AssemblyRules;
import org.tandem.series.SeriesArrivals;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesIdentity;
import org.tandem.series.SeriesLedger;
import org.tandem.series.SeriesRecord;
import org.tandem.series.SeriesSource;
import org.tandem.series.SeriesStanding;
import org.tandem.series.SeriesState;
import org.tandem.store.DatabaseOptions;

/** A model of four series in a node's work: it is asked once, when all are there or nothing more comes. */
final class SeveralSeriesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration STUDY_QUIET = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private Workshop shop;
    private SeriesLedger ledger;
    private SeriesDispatcher dispatcher;

    /** What has arrived so far. */
    private final Map<Uid, List<Path>> arrived = new TreeMap<>();

    private final SeriesFiles files = new SeriesFiles() {
        @Override
        public List<Path> of(Uid series, int revision) {
            return arrived.get(series);
        }

        @Override
        public List<List<Path>> othersInStudy(Uid series) {
            return arrived.entrySet().stream()
                    .filter(one -> !one.getKey().equals(series))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    };

    @BeforeEach
    void open() throws IOException {
        shop = new Workshop(folder, DatabaseOptions.h2File(folder.resolve("tandem")));
        shop.filesAre(files);
        ledger = shop.seriesLedger();
        AssemblyRules rules = new AssemblyRules(Duration.ZERO, Map.of(), STUDY_QUIET, Duration.ZERO);
        dispatcher = new SeriesDispatcher(
                new SeriesAssembler(ledger, rules, Clock.systemUTC()),
                Router.load(Files.writeString(
                        folder.resolve("routes.yaml"),
                        "rules: [{name: heads, when: {Modality: {equals: MR}}, model: four-sequences}]")),
                new ModelStore(Path.of("src", "test", "resources", "models")),
                files);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void arrives(Uid series, Instant at) {
        arrived.computeIfAbsent(series, new FourSequences(folder)::write);
        ledger.add(new SeriesRecord(
                new SeriesIdentity(series, new Uid("1.2.9"), "MR"),
                new SeriesSource(new AeTitle("MR1"), new AeTitle("TANDEM")),
                new SeriesArrivals(16, 1_000_000, at, at),
                new SeriesStanding(SeriesState.RECEIVING, 1, at)));
    }

    private List<JobRecord> jobs() {
        return shop.work().ledger().latest(Optional.empty(), 10);
    }

    private void awaitJob(JobState state) {
        Workshop.await("job " + state, () -> jobs().size() == 1 && jobs().get(0).state() == state);
    }

    @Test
    void theModelIsAskedOnceWhenTheLastOfItsSeriesHasCome() {
        arrives(FourSequences.T1C, NOON);
        arrives(FourSequences.T1, NOON.plusSeconds(1));
        arrives(FourSequences.T2, NOON.plusSeconds(2));
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(3));
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(599));
        assertThat(jobs()).isEmpty();
        assertThat(ledger.find(FourSequences.T1C).orElseThrow().state()).isEqualTo(SeriesState.COMPLETE);
        assertThat(ledger.find(FourSequences.T1).orElseThrow().state()).isEqualTo(SeriesState.ROUTED);

        arrives(FourSequences.FLAIR, NOON.plusSeconds(600));
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(600));

        awaitJob(JobState.DONE);
        assertThat(jobs()).extracting(job -> job.order().series()).containsExactly(FourSequences.T1C);
        assertThat(ledger.counts()).isEqualTo(Map.of(SeriesState.ROUTED, 4L));
    }

    @Test
    void whatLacksAfterTheWaitIsToldAndWhatComesLaterIsStillRead() {
        arrives(FourSequences.T1C, NOON);
        arrives(FourSequences.T1, NOON);
        arrives(FourSequences.T2, NOON.plusSeconds(60));
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(60).plus(STUDY_QUIET).minusMillis(1));
        assertThat(jobs()).isEmpty();
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(60).plus(STUDY_QUIET));
        awaitJob(JobState.REFUSED);
        assertThat(jobs().get(0).message()).startsWith("MISSING_CHANNEL: Channel \"FLAIR\"");

        arrives(FourSequences.FLAIR, NOON.plusSeconds(7200));
        dispatcher.dispatch(shop.work(), NOON.plusSeconds(7200));

        awaitJob(JobState.DONE);
    }

    @Test
    void aSeriesThatIsStillReceivedIsWaitedFor() {
        FourSequences.ALL.forEach(series -> arrives(series, NOON));
        ledger.setDue(FourSequences.T2, NOON.plusSeconds(100));
        dispatcher.dispatch(shop.work(), NOON);
        assertThat(jobs()).isEmpty();

        dispatcher.dispatch(shop.work(), NOON.plusSeconds(100));

        awaitJob(JobState.DONE);
    }

    @Test
    void aStudyThatIsNothingToTheModelIsNotAskedAbout() {
        arrived.put(
                FourSequences.T1,
                new FourSequences(folder).write(FourSequences.T1, header -> header.remove(Tag.SERIES_DESCRIPTION)));
        arrives(FourSequences.T1, NOON);

        dispatcher.dispatch(shop.work(), NOON.plus(STUDY_QUIET));

        assertThat(jobs()).isEmpty();
        assertThat(ledger.find(FourSequences.T1).orElseThrow().state()).isEqualTo(SeriesState.ROUTED);
    }
}
