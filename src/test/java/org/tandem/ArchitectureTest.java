package org.tandem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.TandemException;

/** The table of packages of the architecture page: what each may import. A new package needs a row. */
final class ArchitectureTest {

    private static final String ROOT = "org.tandem.";

    /** All that the imports of a package may name. */
    private record Row(String name, List<String> ours, List<String> libraries) {

        private static Row of(String name, String ours, String libraries) {
            return new Row(name, words(ours), words(libraries));
        }

        private static List<String> words(String text) {
            return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Package; packages of ours; libraries beyond {@link #EVERYWHERE}, as prefixes of package names. */
    private static final List<Row> TABLE = List.of(
            Row.of("dicom", "", ""),
            Row.of("dicom.check", "dicom", ""),
            Row.of("codec.frame", "dicom", ""),
            Row.of("codec.jpeg", "dicom codec.frame", ""),
            Row.of("codec.jpegls", "dicom codec.frame", ""),
            Row.of("codec.jpeg2000", "dicom codec.frame", ""),
            Row.of("codec", "dicom codec.frame codec.jpeg codec.jpegls codec.jpeg2000", ""),
            Row.of("net.pdu", "dicom", ""),
            Row.of("net.tls", "dicom", "javax.net"),
            Row.of("net", "dicom net.pdu net.tls", "javax.net javax.crypto jdk.net"),
            Row.of("volume", "", ""),
            Row.of("picture", "dicom codec volume", "javax.imageio org.apache.fontbox org.apache.pdfbox.io"),
            Row.of("model", "dicom volume", "org.snakeyaml.engine"),
            Row.of("ingest", "dicom net", ""),
            Row.of("series", "dicom codec volume ingest", ""),
            Row.of("route", "dicom series model", "org.snakeyaml.engine"),
            Row.of("inference.candidate", "volume", ""),
            Row.of("inference.tensor", "volume model", ""),
            Row.of("inference.prediction", "volume model", ""),
            Row.of("inference.input", "volume model inference.tensor", ""),
            Row.of("inference.network", "volume model inference.tensor", ""),
            Row.of("inference.window", "volume model inference.tensor inference.input", ""),
            Row.of("inference.decode", "volume model inference.tensor inference.prediction", ""),
            Row.of(
                    "inference.explain",
                    "volume model inference.tensor inference.prediction inference.input inference.window inference.decode",
                    ""),
            Row.of(
                    "inference",
                    "volume model inference.tensor inference.prediction inference.input inference.network inference.window"
                            + " inference.decode inference.explain inference.candidate",
                    ""),
            Row.of(
                    "inference.tensorflow",
                    "volume model inference.network inference.tensor",
                    "ai.djl org.bytedeco.javacpp org.tensorflow.exceptions org.tensorflow.internal.c_api"
                            + " org.tensorflow.proto"),
            Row.of(
                    "verify",
                    "dicom volume model series inference inference.input inference.network inference.prediction inference.tensor",
                    "com.fasterxml.jackson"),
            Row.of("drift", "dicom volume model inference.input inference.prediction series", ""),
            Row.of("result.read", "dicom codec volume", ""),
            Row.of("result.show", "dicom codec volume picture result.read", ""),
            Row.of("result.iod", "dicom volume model series", ""),
            Row.of("result.finding", "dicom volume model inference.prediction series result.iod", ""),
            Row.of("result.seg", "dicom volume model inference.prediction series result.iod result.finding", ""),
            Row.of("result.pm", "dicom volume series result.iod result.finding", ""),
            Row.of("result.pr", "dicom volume model series result.iod result.finding", ""),
            Row.of("result.sr", "dicom volume model series result.iod result.finding", ""),
            Row.of("result.capture", "dicom volume picture model series  result.iod result.finding", ""),
            Row.of(
                    "result.page",
                    "dicom picture model series result.read result.iod result.finding result.capture",
                    "org.apache.pdfbox.pdmodel"),
            Row.of(
                    "result",
                    "dicom dicom.check volume model series inference.prediction result.iod result.finding result.seg result.sr"
                            + " result.pm result.pr result.capture result.page",
                    ""),
            Row.of("history", "dicom volume model series result result.iod result.finding result.read", ""),
            Row.of(
                    "work",
                    "dicom dicom.check codec net net.pdu net.tls volume model ingest series route inference"
                            + " inference.input inference.prediction inference.tensorflow drift"
                            + " history result result.iod"
                            + " result.finding result.seg result.sr result.read",
                    "org.quartz"),
            Row.of(
                    "store",
                    "dicom ingest series drift history work",
                    "java.sql javax.sql com.zaxxer.hikari org.flywaydb org.h2 org.postgresql"),
            Row.of(
                    "web",
                    "work series model drift",
                    "io.javalin jakarta.servlet org.eclipse.jetty com.fasterxml.jackson io.micrometer io.prometheus"),
            Row.of("evaluate.metric", "volume", "org.apache.commons.statistics"),
            Row.of(
                    "evaluate.data",
                    "dicom volume model series inference.input result.read",
                    "javax.imageio javax.xml.stream"),
            Row.of("evaluate.report", "evaluate.metric", "com.fasterxml.jackson"),
            Row.of(
                    "evaluate",
                    "evaluate.metric evaluate.data evaluate.report volume picture model inference"
                            + " inference.input inference.prediction series dicom result.read",
                    "javax.imageio com.fasterxml.jackson"),
            Row.of(
                    "app",
                    "dicom dicom.check codec net net.pdu net.tls volume model ingest series route inference"
                            + " inference.input inference.network inference.prediction inference.tensor inference.tensorflow"
                            + " drift"
                            + " history result result.iod result.seg"
                            + " result.finding result.read result.show picture work store web evaluate evaluate.metric"
                            + " evaluate.data evaluate.report verify",
                    "picocli ch.qos.logback com.fasterxml.jackson javax.sql javax.imageio"));

    private static final List<String> EVERYWHERE = List.of("java", "org.slf4j", "org.jspecify");

    /** Below {@link #EVERYWHERE}'s {@code java}, but a database is behind ports: its row has to name it. */
    private static final String JDBC = "java.sql";

    /** The one exception family, which each package throws. */
    private static final String EXCEPTION = ROOT + "dicom.TandemException";

    /**
     * Single types beyond the rows of the architecture page, each with its reason. An entry is a proposal to change
     * that page, to be told and decided, not a way around it.
     */
    private static final Map<String, Set<String>> BEYOND = Map.of(
            // a series keeps the source's title, and is told of an association's end
            "series", Set.of(ROOT + "net.AeTitle", ROOT + "net.AssociationInfo"),
            // a rule says what its destinations are sent
            "route", Set.of(ROOT + "result.PlanChange"),
            // values in signatures of the ports that store implements
            "store",
                    Set.of(
                            ROOT + "net.AeTitle",
                            ROOT + "net.AssociationInfo",
                            ROOT + "net.CommitmentRequest",
                            ROOT + "net.SopReference",
                            ROOT + "model.ModelName",
                            ROOT + "result.iod.Predecessor",
                            ROOT + "result.iod.ResultKind"),
            // values in the rows of the ledgers that it shows, and the receiver's counters
            "web",
                    Set.of(
                            ROOT + "dicom.Uid",
                            ROOT + "net.AeTitle",
                            ROOT + "result.iod.ResultKind",
                            ROOT + "ingest.IngestCounters"),
            // Quartz is lent connections of the pool, and is told in JDBC's types what runs next
            "work",
                    Set.of(
                            "java.sql.Connection",
                            "java.sql.PreparedStatement",
                            "java.sql.ResultSet",
                            "java.sql.SQLException",
                            "javax.sql.DataSource"));

    /** Of the program, not of its tests, wherever the build put them. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    TandemException.class.getProtectionDomain().getCodeSource().getLocation());

    static List<Row> rows() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPackageImportsWhatItsRowAllows(Row row) {
        classes()
                .that()
                .resideInAPackage(ROOT + row.name())
                .should()
                .onlyDependOnClassesThat(allowedBy(row))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARow() {
        Set<String> rows = TABLE.stream().map(row -> ROOT + row.name()).collect(Collectors.toSet());
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(rows).as("rows of the table of packages").containsAll(packages);
    }

    @Test
    void rowsNameOnlyRowsAboveThem() {
        for (Row row : TABLE) {
            List<String> above =
                    TABLE.subList(0, TABLE.indexOf(row)).stream().map(Row::name).toList();
            assertThat(above).as("what " + row + " may import").containsAll(row.ours());
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.tandem.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A server without display has neither fontconfig nor fonts, and Java's own text drawing throws there. */
    @Test
    void nothingAsksJavaForFonts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Font.class, FontMetrics.class, GraphicsEnvironment.class)
                .orShould()
                .callMethod(Graphics2D.class, "drawString", String.class, int.class, int.class)
                .orShould()
                .callMethod(Graphics2D.class, "drawString", String.class, float.class, float.class)
                .orShould()
                .callMethod(Graphics.class, "getFontMetrics")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> allowedBy(Row row) {
        Set<String> single = BEYOND.getOrDefault(row.name(), Set.of());
        return DescribedPredicate.describe("the row of " + row + " allows", used -> {
            JavaClass type = used.getBaseComponentType();
            String from = type.getPackageName();
            return type.isPrimitive()
                    || from.equals(ROOT + row.name())
                    || type.getName().equals(EXCEPTION)
                    || type.getName().startsWith(EXCEPTION + "$")
                    || single.contains(type.getName())
                    || row.ours().contains(from.startsWith(ROOT) ? from.substring(ROOT.length()) : "")
                    || row.libraries().stream().anyMatch(prefix -> under(from, prefix))
                    || everywhere(from);
        });
    }

    private static boolean everywhere(String name) {
        return !under(name, JDBC) && EVERYWHERE.stream().anyMatch(prefix -> under(name, prefix));
    }

    private static boolean under(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
