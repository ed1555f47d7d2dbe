/**
 * From an exam's voxels to what the manifest says that the network expects: grid, crop, colours, intensities; and
 * whether it looks like what the model knows.
 */
@NullMarked
package org.tandem.inference.input;

import org.jspecify.annotations.NullMarked;
