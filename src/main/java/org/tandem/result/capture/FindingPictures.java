package org.tandem.result.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.picture.ColourScale;
import org.tandem.picture.Layer;
import org.tandem.picture.Legend;
import org.tandem.picture.Lettering;
import org.tandem.picture.Panel;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.series.SeriesVolume;

/**
 * Pictures of what was found: of each finding the slice in which it is largest, with all that lies in that slice; of
 * each map the slice in which it is strongest. First come the findings, in the order of the manifest.
 */
public final class FindingPictures {

    /** More pictures than this nobody leafs through; the segmentation has all of it. */
    public static final int MAX_PICTURES = 6;

    private final SourceSlices slices;
    private final Findings findings;
    private final Drawing drawing;

    private FindingPictures(SourceSlices slices, Findings findings) {
        this.slices = slices;
        this.findings = findings;
        this.drawing = Drawing.of(slices, findings);
    }

    /** At most {@link #MAX_PICTURES}; none where nothing has a place. */
    public static List<FindingPicture> of(SeriesVolume series, Findings findings) {
        FindingPictures pictures = new FindingPictures(SourceSlices.of(series), findings);
        return Stream.concat(pictures.ofFindings(), pictures.ofMaps())
                .limit(MAX_PICTURES)
                .toList();
    }

    /** The slice in the middle, with nothing drawn over it: what was looked at. */
    public static Panel middle(SeriesVolume series) {
        SourceSlices slices = SourceSlices.of(series);
        int z = slices.count() / 2;
        return new Panel(slices.view(z), List.of(), where(slices, z));
    }

    /** How people name a finding: its label, or, where the font lacks its letters, the meaning of its code. */
    public static String name(Finding finding) {
        Lettering sans = Lettering.sans();
        String label = finding.meaning().label();
        String readable =
                sans.canWrite(label) ? label : finding.meaning().type().meaning();
        return sans.writable(readable);
    }

    private Stream<FindingPicture> ofFindings() {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        for (Finding finding : findings.all()) {
            LargestSlice.of(finding, slices.count()).ifPresent(z -> names.computeIfAbsent(z, slice -> new ArrayList<>())
                    .add(name(finding)));
        }
        return names.entrySet().stream()
                .map(entry -> ofSlice(
                        entry.getKey(),
                        String.join(", ", entry.getValue().stream().distinct().toList())));
    }

    private FindingPicture ofSlice(int z, String names) {
        List<Layer> layers = new ArrayList<>();
        List<Legend.Entry> entries = new ArrayList<>();
        for (Finding finding : findings.all()) {
            drawing.layer(finding, z).ifPresent(layer -> {
                layers.add(layer);
                entries.add(new Legend.Entry(drawing.colour(finding), drawing.words(finding)));
            });
        }
        Panel panel = new Panel(slices.view(z), layers, where(slices, z));
        return new FindingPicture(z, names, panel, new Legend(entries, Optional.empty()));
    }

    private Stream<FindingPicture> ofMaps() {
        return findings.maps().stream().map(this::ofMap);
    }

    private FindingPicture ofMap(ExplanationMap map) {
        int z = LargestSlice.of(map.values());
        ColourScale scale = ColourScale.over(map.values().voxels(), "");
        Lettering sans = Lettering.sans();
        String name = sans.canWrite(map.label())
                ? map.label()
                : map.purpose().quantity().meaning();
        Panel panel = new Panel(slices.view(z), List.of(slices.heatMap(map.values(), z, scale)), where(slices, z));
        return new FindingPicture(z, name, panel, new Legend(List.of(), Optional.of(new Legend.Bar(name, scale))));
    }

    private static String where(SourceSlices slices, int z) {
        return slices.count() == 1 ? "" : "Slice " + (z + 1) + " of " + slices.count();
    }
}
