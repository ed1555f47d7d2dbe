package org.tandem.result.show;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandem.picture.ColourScale;
import org.tandem.picture.HeatMap;
import org.tandem.picture.Legend;
import org.tandem.picture.Lettering;
import org.tandem.picture.Panel;
import org.tandem.result.read.ReadParametricMap;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.result.read.ValueMapping;
import org.tandem.volume.Volume;

/** The values of a parametric map, in colours over its images or on black, with a bar of numbers. */
final class MapShow {

    private final ReadParametricMap map;
    private final SourceImages images;
    private final ValueMapping mapping;

    private MapShow(ReadParametricMap map, SourceImages images) {
        this.map = map;
        this.images = images;
        this.mapping = map.mapping(map.frames().get(0));
    }

    static Shown of(ReadParametricMap map, SourceImages images) {
        MapShow show = new MapShow(map, images);
        return map.isInSpace() && !show.isOfPictures() ? show.inSpace() : show.onPictures();
    }

    /** A map has a place by its standard, also where its images, as radiographs do, have none. */
    private boolean isOfPictures() {
        List<Backdrop> sources = map.frames().stream()
                .flatMap(frame -> images.called(frame.sources()).stream())
                .toList();
        return !sources.isEmpty()
                && sources.stream().allMatch(source -> source.plane().isEmpty());
    }

    private Shown inSpace() {
        Volume volume = map.volume();
        List<Backdrop> backdrops = images.asked() && map.frameOfReference().isPresent()
                ? images.in(map.frameOfReference().get(), "Parametric Map")
                : blackSlices();
        return shown(volume.voxels(), backdrops, backdrop -> new PlaneCut(
                        backdrop.plane().orElseThrow(), backdrop.columns(), backdrop.rows())
                .of(volume));
    }

    private List<Backdrop> blackSlices() {
        return map.frames().stream()
                .map(frame -> Backdrop.black(map.columns(), map.rows(), frame.plane(), List.of()))
                .sorted(Comparator.comparingDouble(Backdrop::heightMm))
                .toList();
    }

    /** Of pictures without a place: each frame over its source, pixel on pixel. */
    private Shown onPictures() {
        List<Backdrop> backdrops = map.frames().stream()
                .map(frame -> frame.sources().stream()
                        .flatMap(source -> images.called(source).stream())
                        .findFirst()
                        .filter(backdrop -> backdrop.columns() == map.columns() && backdrop.rows() == map.rows())
                        .orElseGet(() -> black(frame.sources())))
                .toList();
        float[][] values =
                map.frames().stream().map(frame -> floats(map.values(frame))).toArray(float[][]::new);
        float[] all = new float[values.length * map.columns() * map.rows()];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, all, i * values[i].length, values[i].length);
        }
        return shown(all, backdrops, backdrop -> values[backdrops.indexOf(backdrop)]);
    }

    private Backdrop black(List<ReferencedFrame> sources) {
        if (images.asked()) {
            throw images.missing("Parametric Map", "the images of its own size that it refers to");
        }
        return Backdrop.black(map.columns(), map.rows(), Optional.empty(), sources);
    }

    private Shown shown(float[] all, List<Backdrop> backdrops, Function<Backdrop, float[]> cut) {
        String unit = mapping.unit()
                .map(code -> code.value().equals("1") ? "" : code.value())
                .orElse("");
        ColourScale scale = ColourScale.over(all, unit);
        List<Map<Integer, Double>> sizes =
                backdrops.stream().map(cut).map(values -> sizes(values, scale)).toList();
        List<Panel> panels = Choice.of(sizes).stream()
                .map(slice -> {
                    Backdrop backdrop = backdrops.get(slice);
                    HeatMap heat = new HeatMap(cut.apply(backdrop), backdrop.columns(), scale);
                    String caption = backdrops.size() == 1 ? "" : (slice + 1) + " of " + backdrops.size();
                    return backdrop.panel(caption, List.of(heat));
                })
                .toList();
        String name = Lettering.sans().writable(mapping.name());
        String text = String.format(
                Locale.ROOT,
                "Parametric Map, %d frames of %d × %d%n  %s: %s to %s %s%n",
                map.frames().size(),
                map.columns(),
                map.rows(),
                mapping.name(),
                scale.low(),
                scale.high(),
                unit);
        return new Shown(text, panels, new Legend(List.of(), Optional.of(new Legend.Bar(name, scale))));
    }

    /** How much there is to see in a slice; nothing where it has no value. */
    private static Map<Integer, Double> sizes(float[] values, ColourScale scale) {
        double sum = IntStream.range(0, values.length)
                .filter(i -> !Float.isNaN(values[i]))
                .mapToDouble(i -> scale.share(values[i]))
                .sum();
        return sum > 0 ? Map.of(0, sum) : Map.of();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
