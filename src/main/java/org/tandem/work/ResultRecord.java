package org.tandem.work;

import java.nio.file.Path;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.ResultKind;

/** A result object on disk: DICOM Part 10 file, kept until every destination has accepted it. */
public record ResultRecord(ResultKind kind, Uid sopClass, Uid sopInstance, Path file) {}
