package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.model.ModelStore;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import org.tandem.route.Router;
import org.tandem.work.Destinations;

final class RoutesTest {

    private static final String RULE = "rules: [{name: all, when: {}, model: threshold, destinations: [pacs]}]";

    @TempDir
    private Path folder;

    private final List<Router> used = new ArrayList<>();

    private Path file() {
        return folder.resolve("routes.yaml");
    }

    private Routes routes(String rules) throws IOException {
        Files.writeString(file(), rules);
        return new Routes(
                file(),
                new ModelStore(Path.of("src", "test", "resources", "models")),
                new Destinations(
                        Map.of("pacs", new Peer(new AeTitle("PACS"), "localhost", 104)),
                        ScuOptions.of(new AeTitle("TANDEM"))));
    }

    @Test
    void aFileThatDidNotChangeIsNotReadAgain() throws IOException {
        Routes routes = routes(RULE);
        routes.load();

        routes.ifChanged(used::add);

        assertThat(used).isEmpty();
    }

    @Test
    void aChangedFileIsInForce() throws IOException {
        Routes routes = routes(RULE);
        routes.load();
        Files.writeString(file(), "rules: []");

        routes.ifChanged(used::add);
        routes.ifChanged(used::add);

        assertThat(used).singleElement().satisfies(router -> assertThat(router.models())
                .isEmpty());
    }

    @Test
    void aBrokenFileLeavesTheRulesBeforeAndIsTriedOnce() throws IOException {
        Routes routes = routes(RULE);
        routes.load();
        Files.writeString(file(), "rules: [{name: half");
        routes.ifChanged(used::add);
        Files.delete(file());
        routes.ifChanged(used::add);
        routes.ifChanged(used::add);
        assertThat(used).isEmpty();

        Files.writeString(file(), RULE);
        routes.ifChanged(used::add);

        assertThat(used).hasSize(1);
    }

    @Test
    void rulesThatNameWhatIsNotThereAreRefused() throws IOException {
        assertThatThrownBy(() -> routes(RULE.replace("pacs", "packs")).load()).hasMessageContaining("packs");
        assertThatThrownBy(() -> routes(RULE.replace("threshold", "treshold")).load())
                .hasMessageContaining("treshold");
    }

    @Test
    void aRuleWhoseEnsembleLacksAMemberIsRefused() throws IOException {
        Path both = Files.createDirectories(folder.resolve("models/both/1.0.0"));
        Files.writeString(
                both.resolve("manifest.yaml"),
                Files.readString(Path.of("src/test/resources/models/threshold/1.0.0/manifest.yaml"))
                        .replace("name: threshold", "name: both")
                        .replace("technique:", "ensemble: {members: [one/1.0.0, two/1.0.0]}\ntechnique:"));
        Files.writeString(file(), "rules: [{name: all, when: {}, model: both, destinations: []}]");
        Destinations none = new Destinations(Map.of(), ScuOptions.of(new AeTitle("TANDEM")));

        assertThatThrownBy(() -> new Routes(file(), new ModelStore(folder.resolve("models")), none).load())
                .hasMessageContaining("Model \"one/1.0.0\" in ");
    }
}
