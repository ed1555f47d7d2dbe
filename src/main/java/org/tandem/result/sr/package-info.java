/**
 * Structured Reports: what was looked for, what was found and how large it is.
 *
 * <p>Enters: all findings. Leaves: one {@link org.tandem.result.iod.ResultObject}. Read
 * {@link org.tandem.result.sr.MeasurementReport} first, the root of the tree of PS3.16 TID 1500; a report is a tree of
 * {@code ContentItem}s.
 */
@NullMarked
package org.tandem.result.sr;

import org.jspecify.annotations.NullMarked;
