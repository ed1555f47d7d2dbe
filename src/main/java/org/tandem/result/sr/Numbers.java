package org.tandem.result.sr;

import static org.tandem.result.sr.Related.hasConceptMod;
import static org.tandem.result.sr.Related.hasProperties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.model.Interval;
import org.tandem.model.MeasuredRegion;
import org.tandem.model.Measurement;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.NumItem;

/** Numeric content items (PS3.16 TID 300, 1419), with how they came about and how sure they are. */
final class Numbers {

    /** Finer than any voxel grid justifies, short enough to read: 1549934.62 mm³ of a brain. */
    private static final int MEASURED_DIGITS = 9;

    /** Single precision has seven, but no network is that sure. */
    private static final int PROBABILITY_DIGITS = 4;

    private static final int PERCENT = 100;

    private Numbers() {}

    static NumItem measured(Measurement measurement, MeasuredRegion region, ImagingModality modality) {
        List<Related> how = new ArrayList<>();
        measurement.derivation().ifPresent(code -> how.add(hasConceptMod(new CodeItem(Concepts.DERIVATION, code))));
        measurement.method().ifPresent(code -> how.add(hasConceptMod(new CodeItem(Concepts.MEASUREMENT_METHOD, code))));
        return new NumItem(
                measurement.quantity().orElse(modality.intensity().quantity()),
                DecimalString.of(measurement.valueOf(region), MEASURED_DIGITS),
                measurement.unit().orElse(modality.intensity().unit()),
                how);
    }

    /** A probability of 0 to 1, in percent. */
    static NumItem probability(double probability, Optional<Interval> interval) {
        Optional<Interval> percent = interval.map(i -> new Interval(PERCENT * i.low(), PERCENT * i.high(), i.level()));
        return number(Concepts.PROBABILITY, PERCENT * probability, Concepts.PERCENT, percent);
    }

    static NumItem number(Code quantity, double value, Code unit, Optional<Interval> interval) {
        List<Related> properties = new ArrayList<>();
        interval.ifPresent(i -> {
            properties.add(hasProperties(uncertainty(Concepts.UPPER_UNCERTAINTY, i.high() - value, unit)));
            properties.add(hasProperties(uncertainty(Concepts.LOWER_UNCERTAINTY, value - i.low(), unit)));
        });
        return new NumItem(quantity, DecimalString.of(value, PROBABILITY_DIGITS), unit, properties);
    }

    /** TID 310: how far the value may lie off, upwards or downwards. */
    private static NumItem uncertainty(Code direction, double distance, Code unit) {
        return new NumItem(direction, DecimalString.of(Math.max(0, distance), PROBABILITY_DIGITS), unit, List.of());
    }
}
