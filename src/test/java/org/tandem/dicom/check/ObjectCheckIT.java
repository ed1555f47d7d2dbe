package org.tandem.dicom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;

/**
 * Our findings beside dciodvfy's. Other objects than the project's are looked at where TANDEM_SAMPLES names a folder of
 * DICOM files.
 */
final class ObjectCheckIT {

    private static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";
    private static final List<Path> OURS = List.of(
            Path.of("test-dicom", "ct-sphere", "IM0020.dcm"), Path.of("test-dicom", "mr-enhanced", "enhanced.dcm"));

    @TempDir
    private Path folder;

    private final Set<String> known = new HashSet<>();
    private int theirs;
    private int found;
    private final Map<String, List<String>> missed = new TreeMap<>();
    private final Map<String, List<String>> alarms = new TreeMap<>();

    @Test
    void mostOfTheErrorsThatDciodvfyFindsInMutantsAreFoundAndNoneInTheOriginals() throws IOException {
        for (Path file : samples()) {
            DicomFile original = DicomFileReader.read(file);
            if (isUnknown(original.dataSet())) {
                continue;
            }
            known.clear();
            assertThat(ObjectCheck.of(file).errors()).as(file.toString()).isEmpty();
            known.addAll(Dciodvfy.places(Dciodvfy.errors(file).orElseThrow()));
            known.addAll(Dciodvfy.places(ObjectCheck.of(file)));
            for (Mutants.Mutant mutant : Mutants.of(original.dataSet())) {
                Path changed = folder.resolve("mutant.dcm");
                DicomFileWriter.write(changed, new DicomFile(original.fileMeta(), mutant.dataSet(), original.syntax()));
                compare(file.getFileName() + " " + mutant.name(), changed);
            }
        }
        System.out.println("dciodvfy: " + theirs + " errors, " + found + " of them found");
        print("missed", missed);
        print("only ours", alarms);
        assertThat(found).as("of %d", theirs).isGreaterThan((int) (0.85 * theirs));
    }

    /** Label maps (PS3.3 2024d) are younger than Debian's dciodvfy. */
    private static boolean isUnknown(DataSet object) {
        return object.string(Tag.SOP_CLASS_UID).filter(LABEL_MAP::equals).isPresent();
    }

    private static void print(String head, Map<String, List<String>> lines) {
        System.out.println(head + ": " + lines.size());
        lines.forEach(
                (line, where) -> System.out.println("  " + where.size() + " × " + line + "   e.g. " + where.get(0)));
    }

    private void compare(String name, Path file) throws IOException {
        List<String> lines = Dciodvfy.errors(file).map(Stream::toList).orElse(null);
        assumeTrue(lines != null, "dciodvfy is not installed");
        CheckReport report = ObjectCheck.of(file);
        TreeSet<String> ours = Dciodvfy.places(report);
        TreeSet<String> places = Dciodvfy.places(lines.stream());
        ours.removeAll(known);
        places.removeAll(known);
        theirs += places.size();
        found += (int) places.stream().filter(ours::contains).count();
        for (String line : lines) {
            if (!known.contains(Dciodvfy.place(line)) && !ours.contains(Dciodvfy.place(line))) {
                missed.computeIfAbsent(line.replaceAll("\\[\\d+]", ""), l -> new ArrayList<>())
                        .add(name);
            }
        }
        for (CheckFinding finding : report.errors()) {
            if (!places.contains(
                    Dciodvfy.places(new CheckReport(List.of(finding))).first())) {
                String line = finding.toString().replaceAll(" at byte \\d+", "").replaceAll("\\[\\d+]", "");
                alarms.computeIfAbsent(line, l -> new ArrayList<>()).add(name);
            }
        }
    }

    /** Ours, and those of the folder that TANDEM_SAMPLES names: DICOM files, or dumps for dcmtk's dump2dcm. */
    private List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>(OURS);
        String others = System.getenv("TANDEM_SAMPLES");
        if (others != null) {
            try (Stream<Path> files = Files.list(Path.of(others))) {
                for (Path file : files.sorted().toList()) {
                    sample(file).ifPresent(samples::add);
                }
            }
        }
        return samples;
    }

    private Optional<Path> sample(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".dump")) {
            Path made = folder.resolve(name.replace(".dump", ".dcm"));
            Process dump2dcm = new ProcessBuilder(
                            "dump2dcm", "-q", "--update-meta-info", file.toString(), made.toString())
                    .inheritIO()
                    .start();
            assertThat(dump2dcm.onExit().join().exitValue()).isZero();
            return Optional.of(made);
        }
        return name.endsWith(".dcm") ? Optional.of(file) : Optional.empty();
    }
}
