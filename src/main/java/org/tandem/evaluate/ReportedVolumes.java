package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** The volumes that a Structured Report measured (PS3.16 TID 1411: concept 118565006, SCT). */
public final class ReportedVolumes {

    private static final String VOLUME = "118565006";
    private static final double MM3_PER_CM3 = 1000;

    private ReportedVolumes() {}

    /** Every volume in the tree, in mm³, in the order of the document. */
    public static List<Double> mm3(DataSet report) {
        List<Double> volumes = new ArrayList<>();
        collect(report, volumes);
        return volumes;
    }

    private static void collect(DataSet item, List<Double> volumes) {
        String concept = codeOf(item, Tag.CONCEPT_NAME_CODE_SEQUENCE);
        if (concept.equals(VOLUME)) {
            item.item(Tag.MEASURED_VALUE_SEQUENCE).ifPresent(measured -> {
                double factor =
                        codeOf(measured, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).equals("cm3") ? MM3_PER_CM3 : 1;
                measured.decimal(Tag.NUMERIC_VALUE).ifPresent(value -> volumes.add(value * factor));
            });
        }
        item.items(Tag.CONTENT_SEQUENCE).forEach(child -> collect(child, volumes));
    }

    private static String codeOf(DataSet item, int sequence) {
        return item.item(sequence).flatMap(code -> code.string(Tag.CODE_VALUE)).orElse("");
    }
}
