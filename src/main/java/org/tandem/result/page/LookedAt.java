package org.tandem.result.page;

import java.util.Locale;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.PlainText;
import org.tandem.series.SourceSeries;

/** What was looked at, in words, without the identity of the patient. */
record LookedAt(SourceSeries source) {

    String text() {
        DataSet header = source.header();
        String modality = header.string(Tag.MODALITY).map(PlainText::codeString).orElse("image");
        int slices = source.slices().size();
        return modality
                + header.integer(Tag.SERIES_NUMBER).stream()
                        .mapToObj(number -> " series " + number)
                        .findFirst()
                        .orElse("")
                + ", " + (slices == 1 ? "1 image" : slices + " slices")
                + String.format(
                        Locale.ROOT,
                        " of %d × %d pixels",
                        header.integer(Tag.COLUMNS).orElse(0),
                        header.integer(Tag.ROWS).orElse(0))
                + (source.beside().isEmpty() ? "" : ", beside series " + PlainText.of(source.besideInWords()))
                + date(header);
    }

    /** The day of the study, as dates are written. */
    private static String date(DataSet header) {
        return header.string(Tag.STUDY_DATE)
                .filter(date -> date.matches("\\d{8}"))
                .map(date -> ", study of " + date.replaceFirst("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3"))
                .orElse("");
    }
}
