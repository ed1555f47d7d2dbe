/**
 * Measures what models say against what is true, and shows it.
 *
 * <p>In come masks and reference masks; out go figures and pictures. Read {@link org.tandem.evaluate.metric.Overlap}
 * first.
 */
@NullMarked
package org.tandem.evaluate;

import org.jspecify.annotations.NullMarked;
