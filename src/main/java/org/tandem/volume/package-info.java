/**
 * Voxels in patient space.
 *
 * <p>Values and masks on a {@link org.tandem.volume.Grid} come in; resampled, cleaned and measured they go out. Read
 * {@link org.tandem.volume.Grid} first: it fixes the order of axes for all of Tandem.
 */
@NullMarked
package org.tandem.volume;

import org.jspecify.annotations.NullMarked;
