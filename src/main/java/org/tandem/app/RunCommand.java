package org.tandem.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.inference.ModelCache;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.work.Processed;
import org.tandem.work.SeriesProcessor;
import org.tandem.work.StudyInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "run",
        description = "Runs a model on series in files, without any network: what it found is written to a folder.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "name, or name/version.")
    private String reference;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "DICOM files, or folders of them.")
    private List<Path> paths;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for results.")
    private Path out;

    @Option(
            names = "--kinds",
            split = ",",
            defaultValue = "seg,sr",
            converter = KindConverter.class,
            paramLabel = "KIND",
            description =
                    "Objects to write, of seg, sr, pr, pm, sc, ko, doc (default: ${DEFAULT-VALUE}); those that the"
                            + " model's outputs give nothing for are left out.")
    private Set<ResultKind> kinds;

    @Option(
            names = "--models",
            defaultValue = "${env:TANDEM_HOME:-.}/models",
            description = "Folder of models (default: ${DEFAULT-VALUE}).")
    private Path models;

    @Override
    public Integer call() throws Exception {
        Model model = new ModelStore(models).require(reference);
        List<Path> others = new ArrayList<>();
        Map<Uid, List<Path>> series = DicomPaths.bySeries(DicomPaths.files(paths), others);
        others.forEach(file -> spec.commandLine().getErr().println(file + ": left out, it names no series"));
        List<StudyInput> inputs = StudyInput.of(model.manifest(), List.copyOf(series.values()));
        if (inputs.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Nothing to run: got " + series.size() + " series, expected "
                            + (series.isEmpty() ? "some" : "one that the model's manifest matches"));
        }
        boolean all = !inputs.isEmpty();
        ResultPlan plan = ResultPlan.of(kinds);
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            SeriesProcessor processor =
                    new SeriesProcessor(cache, Node.device("tandem run"), Clock.system(ZoneId.systemDefault()));
            for (StudyInput input : inputs) {
                all &= write(seriesOf(input), processor.process(input, model, plan));
            }
        }
        return all ? 0 : 1;
    }

    private static Uid seriesOf(StudyInput input) {
        return DicomFileReader.readHeader(input.series().get(0)).dataSet().requireUid(Tag.SERIES_INSTANCE_UID);
    }

    private boolean write(Uid series, Processed processed) throws Exception {
        if (processed instanceof Processed.Refused refused) {
            spec.commandLine().getErr().println("Series " + series + ": " + refused.message());
            return false;
        }
        Processed.Done done = (Processed.Done) processed;
        ResultFiles.write(done.results(), out);
        spec.commandLine().getOut().println("Series " + series + ": " + String.join("; ", done.findings()));
        for (ResultObject result : done.results()) {
            spec.commandLine().getOut().println("  " + ResultFiles.pathOf(result, out));
        }
        return true;
    }

    private static final class KindConverter implements ITypeConverter<ResultKind> {
        @Override
        public ResultKind convert(String value) {
            return ResultKind.ofAbbreviation(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "got " + value + ", expected one of seg, sr, pr, pm, sc, ko, doc"));
        }
    }
}
