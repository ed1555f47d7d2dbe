package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.picture.Montage;
import org.tandem.result.show.ResultShow;
import org.tandem.result.show.Shown;
import org.tandem.result.show.SourceImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Shows results, also those of other makers: segmentations, label maps and parametric maps drawn"
                + " over their images, reports as a tree of text with their marks, presentation states, pictures; the"
                + " PDF out of its object. What a report says is printed as it is.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "Files, or folders of them.")
    private List<Path> results = List.of();

    @Option(
            names = "--images",
            paramLabel = "PATH",
            description = "The images that the results are of: files, or folders of them. Without it, on black.")
    private List<Path> images = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for pictures and pages (default: the current one).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        SourceImages sources = images.isEmpty() ? SourceImages.none() : SourceImages.of(DicomPaths.files(images));
        boolean all = true;
        List<Path> others = new ArrayList<>(); // pictures of an earlier run, in the same folder
        for (Path file : DicomPaths.toSend(results, others)) {
            all &= show(file, sources);
        }
        return all ? 0 : 1;
    }

    /** One that cannot be shown keeps no other from it. */
    private boolean show(Path file, SourceImages sources) throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        try {
            DicomFile result = DicomFileReader.read(file);
            Optional<byte[]> page = page(result.dataSet());
            if (page.isPresent()) {
                Path pdf = target(result.dataSet(), "pdf");
                Files.write(pdf, page.get());
                console.println(file + ": " + SopClasses.name(SopClasses.ENCAPSULATED_PDF_STORAGE) + "\n" + pdf);
                return true;
            }
            Shown shown = ResultShow.of(result, sources);
            console.print(file + ": " + shown.text());
            Optional<Montage> montage = shown.montage();
            if (montage.isPresent()) {
                Path png = target(result.dataSet(), "png");
                montage.get().write(png);
                console.println(png);
            }
            console.flush();
            return true;
        } catch (TandemException e) {
            spec.commandLine().getErr().println("tandem: " + file + ": " + e.getMessage());
            return false;
        }
    }

    private static Optional<byte[]> page(DataSet dataSet) {
        boolean pdf = dataSet.uid(Tag.SOP_CLASS_UID)
                .filter(SopClasses.ENCAPSULATED_PDF_STORAGE::equals)
                .isPresent();
        if (!pdf) {
            return Optional.empty();
        }
        byte[] padded = dataSet.bytes(Tag.ENCAPSULATED_DOCUMENT);
        int length = dataSet.integer(Tag.ENCAPSULATED_DOCUMENT_LENGTH).orElse(padded.length);
        return Optional.of(Arrays.copyOf(padded, Math.min(Math.max(0, length), padded.length)));
    }

    /** Named by what it is, not by how its file is called, which may name a patient. */
    private Path target(DataSet dataSet, String ending) throws IOException {
        Files.createDirectories(out);
        String modality = dataSet.string(Tag.MODALITY).orElse("").replaceAll("[^A-Z]", "");
        return out.resolve(modality + "-" + dataSet.requireUid(Tag.SOP_INSTANCE_UID) + "." + ending);
    }
}
