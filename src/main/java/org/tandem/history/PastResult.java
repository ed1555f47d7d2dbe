package org.tandem.history;

import java.nio.file.Path;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.ResultKind;

/** An object that a run made, and where it lies. */
public record PastResult(ResultKind kind, Uid sopClass, Uid sopInstance, Uid series, Path file) {}
