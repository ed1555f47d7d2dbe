package org.tandem.result;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Uid;

/** A DICOM object that says what a model found, ready to be written and sent. */
public record ResultObject(ResultKind kind, Uid sopClass, Uid sopInstance, DataSet dataSet) {}
