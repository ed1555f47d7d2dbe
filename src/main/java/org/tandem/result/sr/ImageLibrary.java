package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasAcqContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.SourceReferences;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.NumItem;
import org.tandem.result.sr.ContentItem.UidRefItem;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSeries;

/**
 * Image Library (PS3.16 TID 1600): each volume that was looked at as one group, the one that results are about first,
 * or each picture; what is common to it is said once (TID 1602, 1603, 1604), so that a long series stays short.
 */
record ImageLibrary(SourceSeries source) {

    private static final Map<String, Code> LATERALITIES =
            Map.of("L", Concepts.LEFT, "R", Concepts.RIGHT, "B", Concepts.BILATERAL, "U", Concepts.UNILATERAL);

    static Container root(List<ResultContext> sources) {
        return Container.of(
                Concepts.IMAGE_LIBRARY,
                sources.stream()
                        .flatMap(context -> context.source().all().stream())
                        .map(source -> contains(new ImageLibrary(source).group()))
                        .toList());
    }

    private Container group() {
        List<Related> group = new ArrayList<>();
        group.add(hasAcqContext(new CodeItem(
                Concepts.MODALITY, ImagingModality.of(source.header()).code())));
        addProjection(group);
        source.header()
                .uid(Tag.FRAME_OF_REFERENCE_UID)
                .ifPresent(uid -> group.add(hasAcqContext(new UidRefItem(Concepts.FRAME_OF_REFERENCE_UID, uid))));
        addPixels(group);
        source.inPatient().ifPresent(geometry -> addGeometry(group, geometry));
        SourceReferences.of(source)
                .images()
                .forEach(image -> group.add(contains(new ImageItem(Optional.empty(), image))));
        return Container.of(Concepts.IMAGE_LIBRARY_GROUP, group);
    }

    /**
     * Image Library Entry Descriptors for Projection Radiography (TID 1603): side and view, where the source says so.
     */
    private void addProjection(List<Related> group) {
        DataSet header = source.header();
        header.string(Tag.IMAGE_LATERALITY)
                .map(LATERALITIES::get)
                .ifPresent(side -> group.add(hasAcqContext(new CodeItem(Concepts.IMAGE_LATERALITY, side))));
        header.item(Tag.VIEW_CODE_SEQUENCE)
                .filter(ImagingModality::isCode)
                .ifPresent(view ->
                        group.add(hasAcqContext(new CodeItem(Concepts.IMAGE_VIEW, ImagingModality.code(view)))));
    }

    private void addPixels(List<Related> group) {
        source.header()
                .integer(Tag.ROWS)
                .ifPresent(rows -> group.add(number(Concepts.PIXEL_DATA_ROWS, "" + rows, Concepts.PIXELS)));
        source.header()
                .integer(Tag.COLUMNS)
                .ifPresent(columns -> group.add(number(Concepts.PIXEL_DATA_COLUMNS, "" + columns, Concepts.PIXELS)));
    }

    /** Image Library Entry Descriptors for Cross-Sectional Modalities (TID 1604), of all slices alike. */
    private static void addGeometry(List<Related> group, SliceGeometry geometry) {
        List<String> spacing = geometry.pixelSpacing();
        group.add(number(Concepts.HORIZONTAL_PIXEL_SPACING, spacing.get(1), Concepts.MILLIMETER));
        group.add(number(Concepts.VERTICAL_PIXEL_SPACING, spacing.get(0), Concepts.MILLIMETER));
        geometry.sliceThickness()
                .ifPresent(thickness -> group.add(number(Concepts.SLICE_THICKNESS, thickness, Concepts.MILLIMETER)));
    }

    private static Related number(Code name, String value, Code unit) {
        return hasAcqContext(new NumItem(name, value.strip(), unit, List.of()));
    }
}
