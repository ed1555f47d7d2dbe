/**
 * Measures of agreement between what a model said and what is true.
 *
 * <p>In come arrays or masks, out go numbers; nothing here reads a file. Where a measure has no value, as the
 * sensitivity where nothing is positive, it is NaN. Every class cites its source. Read
 * {@link org.tandem.evaluate.metric.Scores} and {@link org.tandem.evaluate.metric.Estimate} first. Agreement with
 * scikit-learn, SciPy, MONAI, MedPy and SimpleITK is held by {@code MetricAgreementTest}.
 */
@NullMarked
package org.tandem.evaluate.metric;

import org.jspecify.annotations.NullMarked;
