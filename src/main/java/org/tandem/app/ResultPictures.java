package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.picture.Montage;
import org.tandem.result.show.ResultShow;
import org.tandem.result.show.Shown;
import org.tandem.result.show.SourceImages;

/** Puts what can be seen of results into a folder: pictures as PNG, pages as PDF. */
final class ResultPictures {

    private final SourceImages sources;
    private final Path folder;

    /** What a result says in words, and the file with what can be seen of it. */
    record Seen(String text, Optional<Path> file) {}

    ResultPictures(SourceImages sources, Path folder) {
        this.sources = sources;
        this.folder = folder;
    }

    Seen of(Path file) throws IOException {
        DicomFile result = DicomFileReader.read(file);
        Optional<byte[]> page = page(result.dataSet());
        if (page.isPresent()) {
            Path pdf = Files.write(target(result.dataSet(), "pdf"), page.get());
            return new Seen(SopClasses.name(SopClasses.ENCAPSULATED_PDF_STORAGE) + "\n", Optional.of(pdf));
        }
        Shown shown = ResultShow.of(result, sources);
        Optional<Montage> montage = shown.montage();
        if (montage.isEmpty()) {
            return new Seen(shown.text(), Optional.empty());
        }
        Path png = target(result.dataSet(), "png");
        montage.get().write(png);
        return new Seen(shown.text(), Optional.of(png));
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
        Files.createDirectories(folder);
        String modality = dataSet.string(Tag.MODALITY).orElse("").replaceAll("[^A-Z]", "");
        return folder.resolve(modality + "-" + dataSet.requireUid(Tag.SOP_INSTANCE_UID) + "." + ending);
    }
}
