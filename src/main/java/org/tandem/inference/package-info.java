/**
 * Runs models.
 *
 * <p>In comes a volume, out goes a {@link org.tandem.inference.Prediction} on the same grid. Read
 * {@link org.tandem.inference.Inferer} first, then {@link org.tandem.inference.VolumeInferer}: techniques stand around
 * a {@link org.tandem.inference.Network}, whose one implementation is in {@code inference.tensorflow}.
 */
@NullMarked
package org.tandem.inference;

import org.jspecify.annotations.NullMarked;
