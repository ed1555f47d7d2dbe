package org.tandem.app;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A shipped model, and a series of the kind that it reads.
 *
 * @param folder where the series lies, seen from Tandem's home
 */
record DemoCase(String model, String modality, Path folder) {

    private static final List<String> EVERYTHING = List.of(
            "segmentation",
            "structured_report",
            "presentation_state",
            "parametric_map",
            "secondary_capture",
            "key_object_selection",
            "encapsulated_pdf");
    private static final Path IMAGES = Path.of("test-dicom");
    private static final Path RADIOGRAPHS = IMAGES.resolve("dx-chest");

    static final DemoCase BRAIN = new DemoCase("brain-extraction", "MR", IMAGES.resolve("colin27-t1"));

    static final List<DemoCase> ALL = List.of(
            BRAIN,
            new DemoCase("lung-nodule", "CT", IMAGES.resolve("ct-lungs")),
            new DemoCase("chest-xray-14", "DX", RADIOGRAPHS),
            new DemoCase("pneumonia-28", "DX", RADIOGRAPHS));

    /**
     * The rule that brings the series to the model, a line of YAML.
     *
     * @param destinations where everything is sent that there can be
     */
    String rule(Collection<String> destinations) {
        return "  - {name: %1$s, when: {Modality: {equals: %2$s}}, model: %1$s, destinations: %3$s, send: %4$s}%n"
                .formatted(model, modality, destinations, EVERYTHING);
    }
}
