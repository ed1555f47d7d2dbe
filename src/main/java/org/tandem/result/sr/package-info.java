/**
 * Structured Report documents: what was looked for, what was found and how large it is; and which objects say so.
 *
 * <p>Enters: all findings. Leaves: one {@link org.tandem.result.iod.ResultObject}. Read
 * {@link org.tandem.result.sr.MeasurementReport} first, the root of the tree of PS3.16 TID 1500; a report is a tree of
 * {@code ContentItem}s. {@link org.tandem.result.sr.KeyObjects} is the root of all results of a run.
 */
@NullMarked
package org.tandem.result.sr;

import org.jspecify.annotations.NullMarked;
