/**
 * Says in DICOM what a model found.
 *
 * <p>Enters: a {@link org.tandem.result.ResultInput} (source series, who the model is, findings on the source's grid,
 * who runs it and when). Leaves: {@link org.tandem.result.iod.ResultObject}s in the source's study. Read
 * {@link org.tandem.result.ResultBuilder} first, then {@code result.finding} (what is said), {@code result.iod} (how an
 * object is written), {@code result.seg}, {@code result.sr}, {@code result.pm}, {@code result.pr} (the objects).
 */
@NullMarked
package org.tandem.result;

import org.jspecify.annotations.NullMarked;
