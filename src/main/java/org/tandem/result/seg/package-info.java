/**
 * Segmentations (PS3.3 A.51): where findings are, on the pixels of the source.
 *
 * <p>Enters: findings with masks. Leaves: one {@link org.tandem.result.iod.ResultObject}. Read
 * {@link org.tandem.result.seg.SegmentationIod} first.
 */
@NullMarked
package org.tandem.result.seg;

import org.jspecify.annotations.NullMarked;
