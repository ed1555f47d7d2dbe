/**
 * Reads results back, whoever made them: segmentations, structured reports, parametric maps.
 *
 * <p>In come DICOM files; out go masks, values and measurements with what was said about them. What cannot be read is
 * refused with what, where, got and expected. Read {@link org.tandem.result.read.SegmentationReader} and
 * {@link org.tandem.result.read.ReportReader} first.
 */
@NullMarked
package org.tandem.result.read;

import org.jspecify.annotations.NullMarked;
