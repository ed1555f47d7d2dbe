package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

final class SeriesDispatcherTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final String CT =
            "rules: [{name: CT, when: {Modality: {equals: CT}}, model: threshold, destinations: [pacs]}]";

    @TempDir
    private Path folder;

    private Workshop shop;
    private SeriesLedger ledger;
    private SeriesDispatcher dispatcher;

    /** Series whose files cannot be found, in a way that nobody foresaw. */
    private final Set<Uid> broken = new HashSet<>();

    @BeforeEach
    void open() throws IOException {
        shop = new Workshop(folder, DatabaseOptions.h2File(folder.resolve("tandem")));
        ledger = shop.seriesLedger();
        dispatcher = dispatcher(CT);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private SeriesDispatcher dispatcher(String rules) throws IOException {
        SeriesFiles files = (series, revision) -> {
            if (broken.contains(series)) {
                throw new IllegalStateException("unforeseen");
            }
            return Workshop.ball();
        };
        SeriesAssembler assembler =
                new SeriesAssembler(ledger, AssemblyRules.quietPeriod(Duration.ZERO), Clock.systemUTC());
        return new SeriesDispatcher(
                assembler, router(rules), new ModelStore(Path.of("src", "test", "resources", "models")), files);
    }

    private Router router(String rules) throws IOException {
        return Router.load(Files.writeString(folder.resolve("routes.yaml"), rules));
    }

    /** A series that is due at noon. */
    private Uid arrives(String series) {
        Uid uid = new Uid(series);
        ledger.add(new SeriesRecord(
                new SeriesIdentity(uid, new Uid("1.2"), "CT"),
                new SeriesSource(new AeTitle("CT1"), new AeTitle("TANDEM")),
                new SeriesArrivals(40, 1_000_000, NOON, NOON),
                new SeriesStanding(SeriesState.RECEIVING, 1, NOON)));
        return uid;
    }

    private SeriesState stateOf(Uid series) {
        return ledger.find(series).orElseThrow().state();
    }

    private List<JobRecord> jobs() {
        return shop.work().ledger().latest(Optional.empty(), 1000);
    }

    @Test
    void aSeriesThatMatchesIsOrderedOnce() {
        Uid series = arrives("1.2.3");

        dispatcher.dispatch(shop.work(), NOON);
        dispatcher.dispatch(shop.work(), NOON);

        assertThat(stateOf(series)).isEqualTo(SeriesState.ROUTED);
        assertThat(jobs()).singleElement().satisfies(job -> {
            assertThat(job.order().series()).isEqualTo(series);
            assertThat(job.order().model()).hasToString("threshold/1.0.0");
            assertThat(job.order().route().rule()).isEqualTo("CT");
        });
    }

    @Test
    void aSeriesThatMatchesNoRuleIsIgnored() throws IOException {
        dispatcher.use(router(CT.replace("equals: CT", "equals: MR")));
        Uid series = arrives("1.2.3");

        dispatcher.dispatch(shop.work(), NOON);

        assertThat(stateOf(series)).isEqualTo(SeriesState.IGNORED);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void twoRulesThatWantOneModelMakeOneJobWithTheDestinationsOfBoth() throws IOException {
        dispatcher.use(
                router(
                        """
                        rules:
                          - {name: all, when: {}, model: threshold, priority: 2, destinations: [pacs]}
                          - {name: research, when: {}, model: threshold/1.0.0, priority: 7, destinations: [pacs, archive]}
                        """));
        arrives("1.2.3");

        dispatcher.dispatch(shop.work(), NOON);

        assertThat(jobs())
                .extracting(job -> job.order().route())
                .containsExactly(new JobOrder.RouteTaken("all + research", 7, List.of("pacs", "archive")));
    }

    @Test
    void whatRulesSayOfTheObjectsThatAreSentGoesIntoTheOrder() throws IOException {
        dispatcher.use(
                router(
                        """
                        rules:
                          - {name: all, when: {}, model: threshold, destinations: [pacs], profile: slicer,
                             report_not_processed: false}
                          - {name: too, when: {}, model: threshold, destinations: [pacs, archive], send: [secondary_capture],
                             segmentation: label_map, report_not_processed: false}
                        """));
        arrives("1.2.3");

        dispatcher.dispatch(shop.work(), NOON);

        assertThat(jobs()).singleElement().satisfies(job -> {
            Wishes wishes = job.order().route().wishes();
            assertThat(wishes.inWords())
                    .isEqualTo("archive=SECONDARY_CAPTURE/LABEL_MAP,"
                            + "pacs=SEGMENTATION+STRUCTURED_REPORT+PARAMETRIC_MAP+SECONDARY_CAPTURE/LABEL_MAP");
            assertThat(wishes.reportNotProcessed()).isFalse();
        });
    }

    @Test
    void aRuleWithALongNameIsNoObstacle() throws IOException {
        dispatcher.use(router(CT.replace("name: CT", "name: " + "long ".repeat(100))));
        arrives("1.2.3");

        dispatcher.dispatch(shop.work(), NOON);

        assertThat(jobs()).singleElement().satisfies(job -> assertThat(
                        job.order().route().rule())
                .hasSize(100)
                .startsWith("long long")
                .endsWith("…"));
    }

    @Test
    void seriesThatCannotBeRoutedDoNotKeepOthersWaiting() {
        for (int i = 0; i < 150; i++) {
            broken.add(arrives("1.1." + i));
        }
        Uid good = arrives("1.2.3");

        for (int beat = 0; beat < 3; beat++) {
            dispatcher.dispatch(shop.work(), NOON);
        }

        assertThat(stateOf(good)).isEqualTo(SeriesState.ROUTED);
    }

    @Test
    void aSeriesThatCannotBeRoutedIsTriedAgainAfterAWait() {
        Uid series = arrives("1.2.3");
        broken.add(series);
        dispatcher.dispatch(shop.work(), NOON);
        broken.clear();

        dispatcher.dispatch(shop.work(), NOON.plusMillis(999));
        assertThat(stateOf(series)).isEqualTo(SeriesState.COMPLETE);

        dispatcher.dispatch(shop.work(), NOON.plusMillis(1000));
        assertThat(stateOf(series)).isEqualTo(SeriesState.ROUTED);
    }

    @Test
    void changedRulesAreTriedAtOnce() throws IOException {
        dispatcher.use(router(CT.replace("model: threshold", "model: nothing")));
        Uid series = arrives("1.2.3");
        dispatcher.dispatch(shop.work(), NOON);
        assertThat(stateOf(series)).isEqualTo(SeriesState.COMPLETE);

        dispatcher.use(router(CT));
        dispatcher.dispatch(shop.work(), NOON);

        assertThat(stateOf(series)).isEqualTo(SeriesState.ROUTED);
    }
}
