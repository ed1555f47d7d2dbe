/**
 * Measures what models say against what is true, and shows it.
 *
 * <p>In come a model and the cases of a data set; out go a journal, a line a case, and from it a page and JSON. Read
 * {@link org.tandem.evaluate.Evaluation}, which runs, then {@link org.tandem.evaluate.EvaluationReport}, which
 * measures. Below: {@code metric} (arrays to numbers), {@code data} (layouts of data sets), {@code report} (the page).
 */
@NullMarked
package org.tandem.evaluate;

import org.jspecify.annotations.NullMarked;
