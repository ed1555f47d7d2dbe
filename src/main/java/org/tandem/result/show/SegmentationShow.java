package org.tandem.result.show;

import java.awt.Color;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tandem.picture.Layer;
import org.tandem.picture.Legend;
import org.tandem.picture.Lettering;
import org.tandem.picture.Panel;
import org.tandem.picture.Region;
import org.tandem.result.read.DisplayColour;
import org.tandem.result.read.FramePlane;
import org.tandem.result.read.ReadFrame;
import org.tandem.result.read.ReadSegment;
import org.tandem.result.read.ReadSegmentation;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;

/** The segments of a segmentation, in their recommended colours, over its images or on black. */
final class SegmentationShow {

    private static final double MM3_PER_CM3 = 1000;

    /** For segments without a colour of their own; told apart with any colour vision. */
    private static final int[] COLOURS = {0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0xD55E00, 0xCC79A7, 0x0072B2};

    private final ReadSegmentation segmentation;
    private final SourceImages images;

    private SegmentationShow(ReadSegmentation segmentation, SourceImages images) {
        this.segmentation = segmentation;
        this.images = images;
    }

    static Shown of(ReadSegmentation segmentation, SourceImages images) {
        SegmentationShow show = new SegmentationShow(segmentation, images);
        return segmentation.isInSpace() ? show.inSpace() : show.onPictures();
    }

    private Shown inSpace() {
        Map<Integer, Mask> masks = segmentation.masks();
        List<Backdrop> backdrops =
                images.asked() && segmentation.frameOfReference().isPresent()
                        ? images.in(segmentation.frameOfReference().get(), "Segmentation")
                        : blackSlices();
        StringBuilder text = new StringBuilder(head());
        segmentation
                .foreground()
                .forEach(segment ->
                        text.append(line(segment, size(Objects.requireNonNull(masks.get(segment.number()))))));
        return shown(text.toString(), backdrops, backdrop -> new PlaneCut(
                        backdrop.plane().orElseThrow(), backdrop.columns(), backdrop.rows())
                .of(masks));
    }

    private static String size(Mask mask) {
        return String.format(Locale.ROOT, "%d voxels, %.2f cm³", mask.count(), mask.volumeMm3() / MM3_PER_CM3);
    }

    private List<Backdrop> blackSlices() {
        Grid grid = segmentation.grid();
        return IntStream.range(0, grid.size().z())
                .mapToObj(z -> Backdrop.black(
                        grid.size().x(),
                        grid.size().y(),
                        Optional.of(new FramePlane(
                                grid.toPatient(new Vector3(0, 0, z)),
                                grid.axes().x(),
                                grid.axes().y(),
                                grid.spacingMm().x(),
                                grid.spacingMm().y())),
                        List.of()))
                .toList();
    }

    /** Of radiographs and photographs: pixel on pixel of the source. */
    private Shown onPictures() {
        List<ReferencedFrame> sources = segmentation.frames().stream()
                .flatMap(frame -> frame.sources().stream().limit(1))
                .distinct()
                .toList();
        List<Backdrop> backdrops = images.asked() ? images.called(sources) : black(sources);
        if (backdrops.isEmpty()) {
            throw images.missing("Segmentation", "one of the " + sources.size() + " images that it refers to");
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        for (ReadFrame frame : segmentation.frames()) {
            segmentation
                    .pixels(frame)
                    .forEach((number, pixels) -> counts.merge(number, pixels.cardinality(), Integer::sum));
        }
        StringBuilder text = new StringBuilder(head());
        segmentation
                .foreground()
                .forEach(segment -> text.append(line(segment, counts.getOrDefault(segment.number(), 0) + " pixels")));
        return shown(text.toString(), backdrops, this::pixelsOn);
    }

    private List<Backdrop> black(List<ReferencedFrame> sources) {
        return sources.stream()
                .map(source ->
                        Backdrop.black(segmentation.columns(), segmentation.rows(), Optional.empty(), List.of(source)))
                .toList();
    }

    private Map<Integer, BitSet> pixelsOn(Backdrop backdrop) {
        if (backdrop.columns() != segmentation.columns() || backdrop.rows() != segmentation.rows()) {
            throw images.missing(
                    "Segmentation",
                    "an image of " + segmentation.columns() + " × " + segmentation.rows() + " pixels like its own, not "
                            + backdrop.columns() + " × " + backdrop.rows());
        }
        Map<Integer, BitSet> pixels = new TreeMap<>();
        backdrop.references().forEach(reference -> pixels.putAll(segmentation.pixelsOf(reference)));
        return pixels;
    }

    private Shown shown(String text, List<Backdrop> backdrops, Function<Backdrop, Map<Integer, BitSet>> cut) {
        List<Map<Integer, Integer>> sizes =
                backdrops.stream().map(cut).map(SegmentationShow::sizes).toList();
        List<Panel> panels = Choice.of(sizes).stream()
                .map(slice -> panel(
                        backdrops.get(slice),
                        backdrops.size() == 1 ? "" : (slice + 1) + " of " + backdrops.size(),
                        cut.apply(backdrops.get(slice))))
                .toList();
        List<Legend.Entry> entries = segmentation.foreground().stream()
                .map(segment ->
                        new Legend.Entry(colour(segment), Lettering.sans().writable(name(segment))))
                .toList();
        return new Shown(text, panels, new Legend(entries, Optional.empty()));
    }

    private static Map<Integer, Integer> sizes(Map<Integer, BitSet> pixels) {
        Map<Integer, Integer> sizes = new TreeMap<>();
        pixels.forEach((number, set) -> {
            if (!set.isEmpty()) {
                sizes.put(number, set.cardinality());
            }
        });
        return sizes;
    }

    private Panel panel(Backdrop backdrop, String caption, Map<Integer, BitSet> pixels) {
        List<Layer> layers = new ArrayList<>();
        for (ReadSegment segment : segmentation.foreground()) {
            BitSet own = pixels.getOrDefault(segment.number(), new BitSet());
            layers.add(new Region(own, backdrop.columns(), colour(segment)));
        }
        return backdrop.panel(caption, layers);
    }

    private static Color colour(ReadSegment segment) {
        return new Color(segment.colour()
                .map(DisplayColour::rgb)
                .orElse(COLOURS[Math.floorMod(segment.number() - 1, COLOURS.length)]));
    }

    private String head() {
        return "Segmentation, " + segmentation.coding().type() + ", "
                + segmentation.frames().size() + " frames of " + segmentation.columns() + " × " + segmentation.rows()
                + "\n";
    }

    private static String line(ReadSegment segment, String size) {
        return "  " + segment.number() + " " + name(segment) + ": " + size + "\n";
    }

    private static String name(ReadSegment segment) {
        String type = segment.type().map(code -> code.meaning()).orElse("");
        String modifiers =
                segment.modifiers().stream().map(code -> code.meaning()).collect(Collectors.joining(", "));
        String more =
                (type.equalsIgnoreCase(segment.label()) ? "" : type) + (modifiers.isEmpty() ? "" : ", " + modifiers);
        return segment.label() + (more.isEmpty() ? "" : " (" + more.replaceFirst("^, ", "") + ")");
    }
}
