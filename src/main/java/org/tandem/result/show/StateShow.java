package org.tandem.result.show;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.read.ReferencedFrame;

/** The marks of a presentation state (PS3.3 C.10.5) on its images; those in units of a display are left out. */
final class StateShow {

    private final SourceImages images;
    private final Marks marks = new Marks();
    private final StringBuilder text = new StringBuilder("Presentation state\n");

    private StateShow(SourceImages images) {
        this.images = images;
    }

    static Shown of(DataSet state, SourceImages images) {
        StateShow show = new StateShow(images);
        state.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE).forEach(show::add);
        if (images.asked() && show.marks.none() && show.marks.anyUndrawn()) {
            throw images.missing("Presentation state", "one of the images that its marks are on");
        }
        return show.marks.shown(show.text.toString());
    }

    private void add(DataSet annotation) {
        List<String> words = annotation.items(Tag.TEXT_OBJECT_SEQUENCE).stream()
                .flatMap(object -> object.string(Tag.UNFORMATTED_TEXT_VALUE).stream())
                .map(value -> value.replaceAll("\\p{Cntrl}+", " ").strip())
                .toList();
        words.forEach(line -> text.append("  ").append(line).append('\n'));
        List<DataSet> objects = annotation.items(Tag.GRAPHIC_OBJECT_SEQUENCE).stream()
                .filter(object -> object.string(Tag.GRAPHIC_ANNOTATION_UNITS)
                        .filter("PIXEL"::equals)
                        .isPresent())
                .toList();
        for (ReferencedFrame reference : references(annotation)) {
            Optional<Backdrop> backdrop = images.called(reference);
            for (int i = 0; i < objects.size(); i++) {
                add(backdrop, objects.get(i), i < words.size() ? words.get(i) : "");
            }
        }
    }

    private void add(Optional<Backdrop> backdrop, DataSet object, String label) {
        double[] data = object.decimals(Tag.GRAPHIC_DATA);
        List<double[]> points = IntStream.range(0, data.length / 2)
                .mapToObj(i -> new double[] {data[2 * i], data[2 * i + 1]})
                .toList();
        backdrop.ifPresentOrElse(
                frame -> marks.add(
                        frame, Outlines.of(object.string(Tag.GRAPHIC_TYPE).orElse("POLYLINE"), points), label),
                marks::addUndrawn);
    }

    private static List<ReferencedFrame> references(DataSet annotation) {
        return annotation.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
                .flatMap(image -> {
                    Optional<Uid> instance = image.uid(Tag.REFERENCED_SOP_INSTANCE_UID);
                    int frame = image.integer(Tag.REFERENCED_FRAME_NUMBER).orElse(1);
                    return instance.map(uid -> ReferencedFrame.of(uid, frame)).stream();
                })
                .toList();
    }
}
