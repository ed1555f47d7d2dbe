/**
 * What belongs together, whether it is whole, and how it becomes a volume or pictures.
 *
 * <p>In: instances that ingest has stored. Out: a {@link SeriesRecord} whose state says that the series is complete
 * ({@link SeriesAssembler} first), and the {@link Reading} of its files ({@link SeriesReader}).
 */
@NullMarked
package org.tandem.series;

import org.jspecify.annotations.NullMarked;
