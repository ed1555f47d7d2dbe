package org.tandem.model;

import org.tandem.dicom.DataSet;

/**
 * What rules can ask of a series.
 *
 * @param sourceAe title of the application that sent it
 * @param calledAe title under which it was sent to us
 * @param instances number of instances
 * @param header attributes of one of its instances
 */
public record SeriesFacts(String sourceAe, String calledAe, int instances, DataSet header) {}
