package org.tandem.evaluate.data;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The fourteen findings of ChestX-ray14 (doi:10.1109/CVPR.2017.369), and what terminologies call some of them. */
final class ChestFindings {

    /** By the name in the data set; empty where terminologies call it the same. */
    private static final Map<String, String> NAMES = Map.ofEntries(
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
            Map.entry("Pneumothorax", ""));

    private ChestFindings() {}

    /** From "Effusion|Mass", by both names; "No Finding" is none. */
    static Truth.Labels of(String field) {
        Set<String> present = new HashSet<>(Labels.of(field));
        present.remove("No Finding");
        return new Truth.Labels(bothNames(present), bothNames(NAMES.keySet()));
    }

    private static Set<String> bothNames(Set<String> names) {
        Set<String> both = new HashSet<>(names);
        names.forEach(name -> both.add(NAMES.getOrDefault(name, "")));
        both.remove("");
        return both;
    }
}
