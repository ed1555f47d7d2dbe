package org.tandem.result.iod;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** When a result was made, as DA and TM; in the zone that the source's other dates are in where it names one. */
public record ContentDate(ZonedDateTime at) {

    private static final DateTimeFormatter DA = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TM = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    public static ContentDate of(Production production, DataSet sourceHeader) {
        ZonedDateTime at = production.at();
        ZoneId zone = sourceHeader
                .string(Tag.TIMEZONE_OFFSET_FROM_UTC)
                .map(offset -> zone(offset, at.getZone()))
                .orElse(at.getZone());
        return new ContentDate(at.withZoneSameInstant(zone));
    }

    public void write(ModuleWriter out) {
        write(out, Tag.CONTENT_DATE, Tag.CONTENT_TIME);
    }

    /** As the value of these attributes, a DA and a TM. */
    public void write(ModuleWriter out, int dateTag, int timeTag) {
        out.type1(dateTag, DA.format(at));
        out.type1(timeTag, TM.format(at));
    }

    private static ZoneId zone(String offset, ZoneId otherwise) {
        try {
            return ZoneOffset.of(offset);
        } catch (DateTimeException e) {
            return otherwise; // the source's own dates are no clearer than this
        }
    }
}
