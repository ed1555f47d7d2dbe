package org.tandem.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.CaseRecord;
import org.tandem.evaluate.Evaluation;
import org.tandem.evaluate.EveryMark;
import org.tandem.evaluate.Told;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.GreyLevels;
import org.tandem.evaluate.report.Report;
import org.tandem.inference.InputStatistics;
import org.tandem.inference.ModelCache;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Model;

/** The cases of an evaluation, and the models that run on them, each with a journal of its own. */
record ModelRun(List<Case> cases, String layout, String data, Path out) {

    private static final int DIGITS = 16;
    private static final Path MANIFEST = Path.of("manifest.yaml");

    /** What folders of SavedModels begin with: an ensemble has several. */
    private static final String NETWORKS = "saved_model";

    ModelRun {
        cases = List.copyOf(cases);
    }

    /** Loads nothing yet: a network is loaded with the first case that is not done. */
    Running start(Model model) {
        return new Running(model, new ModelCache(TensorFlowNetwork::load, 1));
    }

    /** A model at work; close it. */
    final class Running implements AutoCloseable {

        private final Model model;
        private final ModelCache cache;
        private final Evaluation evaluation;

        private Running(Model model, ModelCache cache) {
            this.model = model;
            this.cache = cache;
            this.evaluation = new Evaluation(
                    cache.inferer(EveryMark.of(model)),
                    Told.by(model.manifest()),
                    GreyLevels.of(model.manifest().input().values().intensity()),
                    cases);
        }

        List<CaseRecord> records(Progress progress) throws IOException {
            Path journal = out.resolve("cases-" + model.name().toString().replace('/', '-') + ".jsonl");
            Evaluation.Subject subject = new Evaluation.Subject(model.name().toString(), digest(model), data, layout);
            return evaluation.run(journal, subject, progress::step);
        }

        List<Report.Picture> worst(List<CaseRecord> records, int count) throws IOException {
            return evaluation.worst(records, count);
        }

        /** What the network is shown of these cases; the images are read once more. */
        List<InputStatistics> inputs(List<CaseRecord> records) throws IOException {
            Set<String> wanted = records.stream().map(CaseRecord::id).collect(Collectors.toSet());
            GreyLevels levels = GreyLevels.of(model.manifest().input().values().intensity());
            List<InputStatistics> inputs = new ArrayList<>();
            for (Case one : cases) {
                if (wanted.contains(one.id())) {
                    inputs.add(InputStatistics.of(model.manifest(), one.images().read(levels)));
                }
            }
            return inputs;
        }

        @Override
        public void close() {
            cache.close();
        }
    }

    /**
     * Of what its answers hang on, the manifest and the networks, not of card, figures and golden case: a model that
     * changed under its name must not go on in an old journal.
     */
    static String digest(Model model) throws IOException {
        try (Stream<Path> files = Files.walk(model.folder())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path inModel = model.folder().relativize(file);
                if (inModel.equals(MANIFEST) || inModel.getName(0).toString().startsWith(NETWORKS)) {
                    digest.update(inModel.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new TandemException(TandemException.Kind.BUG, "This Java has no SHA-256", e);
        }
    }
}
