/**
 * What models were shown and what they said, summed up by day and scanner, and whether it changes.
 *
 * <p>In: an exam and the prediction of it. Out: a {@link org.tandem.drift.DriftLine} for each quantity, a month beside
 * the month before and beside the manifest. Nothing of any patient is kept. Read {@link org.tandem.drift.DriftWatch}
 * first.
 */
@NullMarked
package org.tandem.drift;

import org.jspecify.annotations.NullMarked;
