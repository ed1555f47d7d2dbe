package org.tandem.result.read;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tandem.dicom.Code;

/**
 * A number of a report (PS3.16 TID 300, TID 1419).
 *
 * @param quantity its concept name
 * @param value none where it was not measured
 * @param derivation such as mean or maximum
 */
public record ReadMeasurement(
        Code quantity,
        OptionalDouble value,
        Optional<Code> unit,
        Optional<Code> qualifier,
        Optional<Code> derivation,
        Optional<Code> method) {

    static Optional<ReadMeasurement> of(ReportItem item) {
        if (!(item.value() instanceof ItemValue.Measured measured)
                || item.concept().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReadMeasurement(
                item.concept().get(),
                measured.value(),
                measured.unit(),
                measured.qualifier(),
                ReportConcept.DERIVATION.code(item),
                ReportConcept.MEASUREMENT_METHOD.code(item)));
    }
}
