package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tandem.dicom.TandemException;
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
        ResultPictures pictures = new ResultPictures(sources, out);
        boolean all = true;
        List<Path> others = new ArrayList<>(); // pictures of an earlier run, in the same folder
        for (Path file : DicomPaths.toSend(results, others)) {
            all &= show(file, pictures);
        }
        return all ? 0 : 1;
    }

    /** One that cannot be shown keeps no other from it. */
    private boolean show(Path file, ResultPictures pictures) throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        try {
            ResultPictures.Seen seen = pictures.of(file);
            console.print(file + ": " + seen.text());
            seen.file().ifPresent(console::println);
            console.flush();
            return true;
        } catch (TandemException e) {
            spec.commandLine().getErr().println("tandem: " + file + ": " + e.getMessage());
            return false;
        }
    }
}
