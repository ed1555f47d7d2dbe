package org.tandem.dicom.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Holds what a presentation state draws to what it says of itself: to its layers (PS3.3 C.10.7), to the number of its
 * points (C.10.5), and to the images that it is for (C.11.11).
 */
final class PresentationCheck {

    private static final List<Integer> FOR_IMAGES = List.of(
            Tag.GRAPHIC_ANNOTATION_SEQUENCE, Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, Tag.SOFTCOPY_VOI_LUT_SEQUENCE);

    private final Set<String> layers = new HashSet<>();
    private final Set<String> images = new HashSet<>();
    private final CheckNotes notes;

    private PresentationCheck(CheckNotes notes) {
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        if (!dataSet.contains(Tag.PRESENTATION_CREATION_DATE)) {
            return;
        }
        PresentationCheck check = new PresentationCheck(notes);
        check.layers(dataSet.items(Tag.GRAPHIC_LAYER_SEQUENCE));
        for (DataSet series : dataSet.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            series.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
                    .flatMap(image -> image.string(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
                    .forEach(check.images::add);
        }
        for (int sequence : FOR_IMAGES) {
            int number = 1;
            for (DataSet item : dataSet.items(sequence)) {
                check.item(item, Place.ROOT.item(sequence, number++));
            }
        }
    }

    private void layers(List<DataSet> items) {
        int number = 1;
        for (DataSet item : items) {
            Place place = Place.ROOT.item(Tag.GRAPHIC_LAYER_SEQUENCE, number++);
            item.string(Tag.GRAPHIC_LAYER)
                    .filter(name -> !layers.add(name))
                    .ifPresent(name -> notes.missing(
                            place, Tag.GRAPHIC_LAYER, "is the name of another layer too", "PS3.3 C.10.7"));
        }
    }

    private void item(DataSet item, Place place) {
        item.string(Tag.GRAPHIC_LAYER)
                .filter(name -> !layers.contains(name))
                .ifPresent(name -> notes.missing(
                        place, Tag.GRAPHIC_LAYER, "is not in the Graphic Layer Sequence", "PS3.3 C.10.5"));
        int number = 1;
        for (DataSet image : item.items(Tag.REFERENCED_IMAGE_SEQUENCE)) {
            Place reference = place.item(Tag.REFERENCED_IMAGE_SEQUENCE, number++);
            image.string(Tag.REFERENCED_SOP_INSTANCE_UID)
                    .filter(uid -> !images.contains(uid))
                    .ifPresent(uid -> notes.missing(
                            reference,
                            Tag.REFERENCED_SOP_INSTANCE_UID,
                            "is not among the images that the state is for",
                            "PS3.3 C.11.11"));
        }
        number = 1;
        for (DataSet graphic : item.items(Tag.GRAPHIC_OBJECT_SEQUENCE)) {
            points(graphic, place.item(Tag.GRAPHIC_OBJECT_SEQUENCE, number++));
        }
    }

    private void points(DataSet graphic, Place place) {
        int expected = 2 * graphic.integer(Tag.NUMBER_OF_GRAPHIC_POINTS).orElse(0);
        int got = graphic.decimals(Tag.GRAPHIC_DATA).length;
        if (got != expected) {
            String wrong = "got " + got + " numbers, expected " + expected + ", two a point";
            notes.missing(place, Tag.GRAPHIC_DATA, wrong, "PS3.3 C.10.5");
        }
    }
}
