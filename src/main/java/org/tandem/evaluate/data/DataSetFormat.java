package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/** The layouts of data sets that can be read, each by its own reader. */
@SuppressWarnings("ImmutableEnumChecker") // its readers hold no state
public enum DataSetFormat {
    /** NIH ChestX-ray14: {@code Data_Entry*.csv}, {@code BBox_List*.csv}, pictures in any folder below. */
    CHESTXRAY14(ChestXray14::read, ChestXray14::fits),
    /** Pictures, and a file with {@code path label} lines or a CSV. */
    IMAGES(PictureFolder::read, options -> options.labels().isPresent()),
    /** One {@code .npz} of MedMNIST. */
    MEDMNIST(MedMnist::read, options -> options.root().toString().endsWith(".npz")),
    /** ISIC: JPEG, and {@code *GroundTruth.csv} with a column a class. */
    ISIC(Isic::read, options -> has(options.root(), "GroundTruth")),
    /** BraTS: a folder a patient with {@code *_t1, _t1ce, _t2, _flair, _seg} as NIfTI. */
    BRATS(Brats::read, options -> has(options.root(), "_seg.nii")),
    /** LIDC-IDRI: CT in DICOM, and beside it an XML of what four readers marked. */
    LIDC(LidcIdri::read, LidcIdri::fits),
    /** CBIS-DDSM: mammograms and masks in DICOM, {@code *_case_description_*_set.csv}. */
    CBISDDSM(CbisDdsm::read, options -> !CbisDdsm.tables(options.root()).isEmpty()),
    /** DICOM series, and Segmentations of them or label maps beside them. */
    DICOM(DicomSeries::read, DicomSeries::fits),
    /** Images and label maps as NIfTI or NRRD, in folders {@code images*} and {@code labels*} or beside each other. */
    PAIRS(VolumePairs::read, options -> Files.isDirectory(options.root()));

    private final Reader reader;
    private final Test test;

    DataSetFormat(Reader reader, Test test) {
        this.reader = reader;
        this.test = test;
    }

    @FunctionalInterface
    private interface Reader {
        List<Case> read(DataSetOptions options) throws IOException;
    }

    @FunctionalInterface
    private interface Test {
        boolean fits(DataSetOptions options) throws IOException;
    }

    /** The layout that this looks like, in the order above. */
    public static DataSetFormat guess(DataSetOptions options) throws IOException {
        requireThere(options);
        for (DataSetFormat format : values()) {
            if (format.test.fits(options)) {
                return format;
            }
        }
        throw new TandemException(
                TandemException.Kind.REFUSE,
                "Data set " + options.root() + ": got none of the layouts known, expected one of "
                        + Stream.of(values()).map(DataSetFormat::toString).collect(Collectors.joining(", ")));
    }

    /** All cases, in an order that is the same each time; refuses a set without any. */
    public List<Case> read(DataSetOptions options) throws IOException {
        requireThere(options);
        List<Case> cases = reader.read(options);
        if (cases.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Data set " + options.root() + " as " + this + ": got no case, expected at least one");
        }
        return cases;
    }

    private static void requireThere(DataSetOptions options) {
        requireThere("Data set ", options.root());
        options.labels().ifPresent(file -> requireThere("Labels ", file));
    }

    private static void requireThere(String what, Path path) {
        if (!Files.exists(path)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, what + path + ": got nothing there, expected a folder or a file");
        }
    }

    /** In words, with what decides what is true. */
    public String described(DataSetOptions options) {
        return this == LIDC ? this + ", marked by " + options.readers() + " readers or more" : toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file with this in its name lies in the folder or one below it. */
    private static boolean has(Path root, String part) throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            Optional<Path> found = files.filter(
                            file -> file.getFileName().toString().contains(part))
                    .findFirst();
            return found.isPresent();
        }
    }
}
