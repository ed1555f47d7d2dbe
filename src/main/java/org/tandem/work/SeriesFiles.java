package org.tandem.work;

import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.Uid;

/** Finds the files of a series. */
@FunctionalInterface
public interface SeriesFiles {

    /** The Part 10 files of the instances that belong to the series in that round. */
    List<Path> of(Uid series, int revision);
}
