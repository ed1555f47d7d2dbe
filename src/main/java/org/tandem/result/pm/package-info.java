/**
 * Parametric maps (PS3.3 A.75): a number for each voxel of the source that says where a model looked, or where it is
 * unsure.
 *
 * <p>Enters: explanation maps on the grid of the source. Leaves: one {@link org.tandem.result.iod.ResultObject} a map.
 * Read {@link org.tandem.result.pm.ParametricMaps} first.
 */
@NullMarked
package org.tandem.result.pm;

import org.jspecify.annotations.NullMarked;
