package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandem.evaluate.CaseRecord;
import org.tandem.evaluate.CommonGround;
import org.tandem.evaluate.EvaluationReport;
import org.tandem.evaluate.ManifestStatistics;
import org.tandem.evaluate.Told;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.DataSetFormat;
import org.tandem.evaluate.data.DataSetOptions;
import org.tandem.evaluate.report.HtmlReport;
import org.tandem.evaluate.report.JsonReport;
import org.tandem.evaluate.report.Report;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Runs a model on a data set with truth and measures it. Writes report.html, which stands alone,"
                + " report.json, and a journal from which the same command goes on after it was stopped.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int WORST = 6;
    private static final String NOT_MEASURED = "Not measured: ";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "name, or name/version.")
    private String reference;

    @Parameters(index = "1", paramLabel = "DATASET", description = "Folder or file of the data set.")
    private Path root;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for journal and report.")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "Labels of pictures: lines \"path label\", or CSV; where a layout has a table of its own, instead"
                            + " of it.")
    private Optional<Path> labels = Optional.empty();

    @Option(
            names = "--readers",
            paramLabel = "COUNT",
            defaultValue = "" + DataSetOptions.USUAL_READERS,
            description =
                    "LIDC-IDRI: how many of its four readers must have marked a nodule (default: ${DEFAULT-VALUE}).")
    private int readers;

    @Option(
            names = "--format",
            description = "Layout of the data set: ${COMPLETION-CANDIDATES} (default: what it looks like).")
    private Optional<DataSetFormat> format = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "MODEL",
            description = "A second model, compared case by case (DeLong of areas, bootstrap of Dice).")
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--models",
            defaultValue = "${env:TANDEM_HOME:-.}/models",
            description = "Folder of models (default: ${DEFAULT-VALUE}).")
    private Path models;

    @Mixin
    private ReportOptions reporting = new ReportOptions();

    private final Clock clock;

    EvaluateCommand() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    EvaluateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        EvaluationReport.Plan plan = reporting.plan();
        DataSetOptions options = new DataSetOptions(root, labels, readers);
        DataSetFormat layout = format.isPresent() ? format.get() : DataSetFormat.guess(options);
        ModelStore store = new ModelStore(models);
        Model model = store.require(reference);
        List<Case> cases = plan.needed(layout.read(options));
        CommonGround common = CommonGround.of(model.manifest().outputs(), cases);
        Files.createDirectories(out);
        ModelRun run = new ModelRun(cases, layout.described(options), data(), out);
        Report report;
        try (ModelRun.Running running = run.start(model)) {
            List<CaseRecord> records = running.records(progress(model, cases));
            report = EvaluationReport.of(title(model), facts(model, layout.described(options)), records, plan);
            List<Report.Picture> worst = running.worst(EvaluationReport.reported(records, plan), WORST);
            List<Report.Section> sections = new ArrayList<>(report.sections());
            sections.addAll(reporting.sets(Told.by(model.manifest()), records));
            if (against.isPresent()) {
                sections.add(compare(run, store.require(against.get()), records, plan));
            }
            if (reporting.wantsStatistics()) {
                writeStatistics(running, EvaluationReport.reported(records, plan));
            }
            report = new Report(report.title(), report.facts(), notes(common, report), sections, worst);
        }
        write(
                report,
                new ReportTable(model.name().toString(), data(), plan.reportOn().orElse("all")));
        return 0;
    }

    private Report.Section compare(ModelRun run, Model other, List<CaseRecord> records, EvaluationReport.Plan plan)
            throws IOException {
        try (ModelRun.Running running = run.start(other)) {
            List<CaseRecord> others = running.records(progress(other, run.cases()));
            return EvaluationReport.comparison(other.name().toString(), records, others, plan);
        }
    }

    private void writeStatistics(ModelRun.Running running, List<CaseRecord> records) throws IOException {
        Path file = out.resolve("statistics.yaml");
        Files.write(file, new ManifestStatistics(running.inputs(records), records).lines());
        spec.commandLine().getOut().println(file);
    }

    private Progress progress(Model model, List<Case> cases) {
        return new Progress(spec.commandLine().getErr(), model.name().toString(), cases.size());
    }

    private static String title(Model model) {
        return model.manifest().title();
    }

    private Map<String, String> facts(Model model, String layout) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("model", model.name().toString());
        facts.put("intended use", model.manifest().intendedUse());
        facts.put("data set", data() + " (" + layout + ")");
        facts.put("date", LocalDate.now(clock).toString());
        return facts;
    }

    private static List<String> notes(CommonGround common, Report report) {
        List<String> notes = new ArrayList<>(report.notes());
        if (!common.unmeasured().isEmpty()) {
            notes.add(NOT_MEASURED + String.join(", ", common.unmeasured()) + ": the data set does not speak of it.");
        }
        return notes;
    }

    /** What the data set is called. */
    private String data() {
        return String.valueOf(root.toAbsolutePath().normalize().getFileName());
    }

    private void write(Report report, ReportTable table) throws IOException {
        Path page = out.resolve("report.html");
        Files.writeString(page, HtmlReport.of(report));
        Files.writeString(out.resolve("report.json"), JsonReport.of(report));
        table.lines(report).forEach(spec.commandLine().getOut()::println);
        report.notes().stream()
                .filter(note -> note.startsWith("Not evaluated") || note.startsWith(NOT_MEASURED))
                .forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getOut().println(page);
    }
}
