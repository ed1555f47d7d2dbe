package org.tandem.evaluate.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fourteen findings of ChestX-ray14 (doi:10.1109/CVPR.2017.369), and what terminologies call some of them. */
final class ChestFindings {

    /** By the name in the data set; empty where terminologies call it the same. */
    private static final AlsoCalled NAMES = new AlsoCalled(Map.ofEntries(
            Map.entry("Atelectasis", ""),
            Map.entry("Cardiomegaly", ""),
            Map.entry("Consolidation", ""),
            Map.entry("Edema", "Pulmonary edema"),
            Map.entry("Effusion", "Pleural effusion"),
            Map.entry("Emphysema", "Pulmonary emphysema"),
            Map.entry("Fibrosis", ""),
            Map.entry("Hernia", "Hiatal hernia"),
            Map.entry("Infiltration", "Infiltrate"),
            Map.entry("Mass", ""),
            Map.entry("Nodule", ""),
            Map.entry("Pleural_Thickening", ""),
            Map.entry("Pneumonia", ""),
            Map.entry("Pneumothorax", "")));

    private ChestFindings() {}

    /** From "Effusion|Mass", by both names; "No Finding" is none. */
    static Truth.Labels of(String field) {
        Set<String> present = new HashSet<>(Labels.of(field));
        present.remove("No Finding");
        return new Truth.Labels(
                NAMES.bothNames(present), NAMES.bothNames(NAMES.names().keySet()));
    }

    /**
     * The places that are there, by both names. Few of the images have boxes: of a finding that an image has without a
     * box nothing is told, of one that it has not there is no place.
     */
    static Truth.Places places(String field, List<Truth.Place> boxes) {
        Set<String> boxed = boxes.stream().map(Truth.Place::label).collect(Collectors.toSet());
        Set<String> told = new HashSet<>(NAMES.names().keySet());
        told.removeIf(name -> Labels.of(field).contains(name) && !boxed.contains(name));
        List<Truth.Place> places = boxes.stream()
                .flatMap(place -> NAMES.bothNames(Set.of(place.label())).stream()
                        .map(name -> new Truth.Place(name, place.from(), place.to())))
                .toList();
        return new Truth.Places(places, NAMES.bothNames(told));
    }
}
