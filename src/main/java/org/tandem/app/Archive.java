package org.tandem.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.QueryKeys;
import org.tandem.net.QueryLevel;
import org.tandem.net.QueryRetrieveScu;
import org.tandem.net.QueryStatus;

/** What has to be asked of an archive before something is retrieved from it. */
record Archive(QueryOptions query) {

    /** The studies to retrieve, separated by commas: those that were named, or those that match. */
    String studies() {
        String named = query.study();
        if (named != null) {
            return named;
        }
        List<String> found = new ArrayList<>();
        find(query.matching(QueryKeys.all(QueryLevel.STUDY)), Tag.STUDY_INSTANCE_UID, found);
        if (found.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, query.peer() + ": got no study that matches, expected at least one");
        }
        return String.join(",", found);
    }

    /** The storage classes of the instances of these studies; all that the standard has where the archive says none. */
    List<Uid> storageClasses(String studies) {
        List<String> found = new ArrayList<>();
        for (String study : studies.split(",")) {
            List<String> series = new ArrayList<>();
            find(QueryKeys.seriesOf(new Uid(study)), Tag.SERIES_INSTANCE_UID, series);
            for (String one : series) {
                QueryKeys images = QueryKeys.all(QueryLevel.IMAGE)
                        .matching(Tag.STUDY_INSTANCE_UID, study)
                        .matching(Tag.SERIES_INSTANCE_UID, one);
                find(images, Tag.SOP_CLASS_UID, found);
            }
        }
        Set<Uid> classes = new LinkedHashSet<>();
        found.stream()
                .filter(Uid::isValid)
                .map(Uid::of)
                .filter(SopClasses::isStorage)
                .forEach(classes::add);
        return classes.isEmpty() ? SopClasses.storage() : List.copyOf(classes);
    }

    private void find(QueryKeys keys, int tag, List<String> values) {
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(query.peer(), query.scu(), query.model())) {
            QueryStatus status = scu.find(keys, match -> {
                Optional<String> value = match.string(tag);
                value.ifPresent(values::add);
                return true;
            });
            if (!status.success() && !status.warning()) {
                throw new TandemException(TandemException.Kind.RETRY, query.peer() + ": C-FIND ended with " + status);
            }
        }
    }
}
