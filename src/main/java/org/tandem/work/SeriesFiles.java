package org.tandem.work;

import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.Uid;

/** Finds the files of a series, and of others of its study. */
@FunctionalInterface
public interface SeriesFiles {

    /** The Part 10 files of the instances that belong to the series in that round. */
    List<Path> of(Uid series, int revision);

    /** Those of each other series of the same study that is complete; none where studies are not known. */
    default List<List<Path>> othersInStudy(Uid series) {
        return List.of();
    }
}
