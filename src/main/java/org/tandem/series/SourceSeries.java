package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * What results must copy from the images that they were made of, exactly as the images said it.
 *
 * @param header data set of the first slice's instance, without pixel data: patient, study, equipment, frame of
 *     reference
 * @param slices one for each z of the volume's grid, in that order
 * @param geometry orientation and spacing, in the strings of the source
 * @param beside other series of the study that were looked at together with this one; results are of this one
 */
public record SourceSeries(
        DataSet header, List<SourceSlice> slices, SourceGeometry geometry, List<SourceSeries> beside) {

    public SourceSeries {
        slices = List.copyOf(slices);
        beside = List.copyOf(beside);
    }

    /** Looked at by itself. */
    public SourceSeries(DataSet header, List<SourceSlice> slices, SourceGeometry geometry) {
        this(header, slices, geometry, List.of());
    }

    /** The same, looked at together with others. */
    public SourceSeries beside(List<SourceSeries> others) {
        return new SourceSeries(header, slices, geometry, others);
    }

    /** This one, then those beside it. */
    public List<SourceSeries> all() {
        return Stream.concat(Stream.of(this), beside.stream()).toList();
    }

    /** Series Numbers (0020,0011) of those beside it, as in {@code 3, 5}, for people; empty where there are none. */
    public String besideInWords() {
        return beside.stream()
                .map(other -> other.header()
                        .string(Tag.SERIES_NUMBER)
                        .map(String::strip)
                        .orElse("without number"))
                .collect(Collectors.joining(", "));
    }

    /** The series that these are the pictures of; of a volume, the same. */
    public static SourceSeries whole(List<SourceSeries> parts) {
        List<SourceSlice> slices =
                parts.stream().flatMap(part -> part.slices().stream()).toList();
        SourceSeries first = parts.get(0);
        return parts.size() == 1
                ? first
                : new SourceSeries(first.header(), slices, new PictureGeometry(List.of(), false));
    }

    /** Orientation and spacing in the patient; empty for radiographs and photographs. */
    public Optional<SliceGeometry> inPatient() {
        return geometry instanceof SliceGeometry inPatient ? Optional.of(inPatient) : Optional.empty();
    }
}
