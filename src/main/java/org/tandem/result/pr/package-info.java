/**
 * Presentation states (PS3.3 A.33): what was found, drawn onto the images for viewers that read neither segmentations
 * nor reports.
 *
 * <p>Enters: findings. Leaves: one {@link org.tandem.result.iod.ResultObject} for the whole source. Read
 * {@link org.tandem.result.pr.PresentationState} first, then {@code Marks} (what is drawn where) and {@code Outline}
 * (the edge of a mask).
 */
@NullMarked
package org.tandem.result.pr;

import org.jspecify.annotations.NullMarked;
