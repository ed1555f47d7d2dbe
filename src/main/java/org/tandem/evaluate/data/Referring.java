package org.tandem.evaluate.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * An object that says what is true of images, and which images these are.
 *
 * @param instances by their series; of a series without any, all of it is meant
 */
record Referring(Path file, Map<Uid, Set<Uid>> instances) {

    Referring {
        instances = Map.copyOf(instances);
    }

    /**
     * A segmentation is about the series on whose images its frames lie: others that it names were looked at too, but
     * are not what it was drawn on. Where frames do not say, it is about all.
     */
    static Referring ofSegmentation(Path file, DataSet header) {
        Map<Uid, Set<Uid>> named = named(Stream.of(header), Tag.REFERENCED_INSTANCE_SEQUENCE);
        Set<Uid> drawnOn = Stream.of(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .flatMap(groups -> header.items(groups).stream())
                .flatMap(groups -> groups.items(Tag.DERIVATION_IMAGE_SEQUENCE).stream())
                .flatMap(derivation -> derivation.items(Tag.SOURCE_IMAGE_SEQUENCE).stream())
                .flatMap(image -> image.uid(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
                .collect(Collectors.toSet());
        if (!drawnOn.isEmpty()) {
            named.values()
                    .removeIf(images -> !images.isEmpty() && images.stream().noneMatch(drawnOn::contains));
        }
        return new Referring(file, named);
    }

    /** A report is about what it has as evidence. */
    static Referring ofReport(Path file, DataSet header) {
        return new Referring(
                file,
                named(
                        header.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE).stream(),
                        Tag.REFERENCED_SOP_SEQUENCE));
    }

    private static Map<Uid, Set<Uid>> named(Stream<DataSet> lists, int sequence) {
        Map<Uid, Set<Uid>> named = new LinkedHashMap<>();
        lists.flatMap(list -> list.items(Tag.REFERENCED_SERIES_SEQUENCE).stream())
                .forEach(item -> item.uid(Tag.SERIES_INSTANCE_UID)
                        .ifPresent(series -> named.computeIfAbsent(series, uid -> new HashSet<>())
                                .addAll(instances(item.items(sequence)))));
        return named;
    }

    private static Set<Uid> instances(List<DataSet> items) {
        return items.stream()
                .flatMap(item -> item.uid(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
                .collect(Collectors.toSet());
    }

    boolean isAbout(DicomSubject subject) {
        Set<Uid> images = instances.get(subject.series());
        return images != null && (images.isEmpty() || subject.instance().isEmpty() || images.contains(subject.uid()));
    }
}
