/**
 * Says in DICOM what a model found.
 *
 * <p>Enters: a {@link org.tandem.result.ResultInput} (source series, who the model is, masks on the source's grid, who
 * runs it and when). Leaves: {@link org.tandem.result.ResultObject}s in the source's study, a Segmentation where
 * something was found and always a Comprehensive 3D SR. Read {@link org.tandem.result.ResultBuilder} first, then
 * {@code SegmentationIod} and {@code ReportIod}: an IOD is a list of modules, a module writes its attributes through
 * {@code ModuleWriter}, whose methods are the requirement types of PS3.5 7.4. A report is a tree of
 * {@code ContentItem}s.
 */
@NullMarked
package org.tandem.result;

import org.jspecify.annotations.NullMarked;
