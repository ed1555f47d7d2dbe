/**
 * Reads data sets with their truth as the field lays them out.
 *
 * <p>In comes a folder or file, out go {@link org.tandem.evaluate.data.Case}s: images that are read only when somebody
 * asks, what is true of them, and columns to split and group them by. Read
 * {@link org.tandem.evaluate.data.DataSetFormat} first: it lists the layouts. {@code docs/evaluation.md} describes
 * them.
 */
@NullMarked
package org.tandem.evaluate.data;

import org.jspecify.annotations.NullMarked;
