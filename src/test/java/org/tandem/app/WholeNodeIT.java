package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.ScuOptions;

/** What a person meets first, in JVMs of their own: the demo, and what a node tells of a series while it runs. */
class WholeNodeIT {

    /** The aim; the model was measured to reach 0.942 on this head. */
    private static final double LEAST_DICE = 0.94;

    private static final int MOST_LINES_OF_A_SERIES = 8;

    private static final Pattern PACS_VISITED = Pattern.compile("Destination pacs .* answers in \\d+ ms");

    /** Name, identifier and date of birth in test-dicom/colin27-t1. */
    private static final List<String> IDENTITY = List.of("Colin", "TANDEM-0001", "19700101", "1970-01-01");

    private static final Pattern LINE = Pattern.compile("(\\S.*?) {2,}(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final Path folder;

    WholeNodeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theDemoShowsABrainThatWentInAndCameBack() throws Exception {
        Path out = folder.resolve("demo");
        List<String> lines;
        try (ChildJvm demo = ChildJvm.start(List.of("-Dtandem.log=INFO"), List.of("demo", "--out", out.toString()))) {
            int exit = demo.awaitExit(ChildNode.PATIENCE);
            lines = demo.lines();
            assertThat(exit).as(String.join("\n", lines)).isZero();
        }
        Map<String, String> told = lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (first, again) -> first));
        assertThat(told.get("objects sent")).startsWith("91 in ");
        assertThat(told)
                .containsKeys("series complete after", "inference and results", "delivered after", "reference volume");
        assertThat(number(told.get("Dice with reference"))).isGreaterThanOrEqualTo(LEAST_DICE);
        assertThat(number(told.get("brain volume (SR)")))
                .isBetween(1000.0, 2000.0)
                .isCloseTo(number(told.get("brain volume (SEG)")), within(0.1));
        assertThat(sopClass(Path.of(told.get("segmentation")))).isEqualTo(SopClasses.SEGMENTATION_STORAGE);
        assertThat(sopClass(Path.of(told.get("structured report")))).isEqualTo(SopClasses.COMPREHENSIVE_3D_SR_STORAGE);
        assertThat(Path.of(told.get("picture"))).isEqualTo(out.resolve("overlay.png"));
        assertThat(hasColour(ImageIO.read(out.resolve("overlay.png").toFile()))).isTrue();
        assertThat(told.get("status page")).matches("http://127\\.0\\.0\\.1:\\d+/");
        assertThat(lines).noneMatch(WholeNodeIT::identifies);
    }

    @Test
    void theStoryOfASeriesIsShortAndNamesNobody() throws Exception {
        List<String> told = new ArrayList<>();
        List<String> atStart;
        try (RecordingPacs pacs = new RecordingPacs(folder.resolve("pacs"));
                ChildNode node = Installation.with(folder.resolve("node"), pacs.peer(), TestRules.quickHeads(folder))
                        .start(ChildNode.SHORT_LIVED)) {
            node.jvm().awaitLine(PACS_VISITED);
            atStart = node.jvm().lines();
            ScuOptions options = ScuOptions.of(new AeTitle(Installation.WHOLE_SERIES));
            new Sending(node.peer(), options, 1).send(TestImages.brain(), () -> {});
            node.awaitDelivered();
            told.addAll(List.of(node.get("/"), node.get("/metrics"), node.get("/api/jobs"), node.get("/nowhere")));
            node.jobs().stream().map(JsonNode::toString).forEach(told::add);
            told.addAll(node.jvm().lines());
            List<String> story = node.jvm()
                    .lines()
                    .subList(atStart.size(), node.jvm().lines().size());

            assertThat(story)
                    .hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_SERIES)
                    .allMatch(line -> line.contains(" INFO "));
            assertThat(story).allMatch(line -> NUMBER.matcher(message(line)).find());
            assertThat(node.get("/metrics")).contains("tandem_instances_received_total{outcome=\"stored\"} 91.0");
            assertThat(node.get("/")).contains("91 instances").contains("Bright 4448.8 cm³");
        }
        assertThat(told).noneMatch(WholeNodeIT::identifies);
    }

    /** What follows time, level, logger and context. */
    private static String message(String line) {
        return line.substring(line.indexOf("] ") + 2);
    }

    private static boolean identifies(String text) {
        return IDENTITY.stream().anyMatch(text::contains);
    }

    private static double number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group());
    }

    private static Uid sopClass(Path file) {
        return DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SOP_CLASS_UID);
    }

    /** The head is grey, only the outline has a colour. */
    private static boolean hasColour(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                if ((rgb >> 16 & 0xFF) != (rgb & 0xFF)) {
                    return true;
                }
            }
        }
        return false;
    }
}
