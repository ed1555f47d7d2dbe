/**
 * Shows figures: one page that stands alone, and the same as JSON.
 *
 * <p>In comes a {@link org.tandem.evaluate.report.Report}, which knows nothing of models or files; out go HTML with
 * drawn plots, no scripts and nothing loaded from elsewhere, and JSON. Every number stands with its n and, where there
 * is one, its 95 % interval.
 */
@NullMarked
package org.tandem.evaluate.report;

import org.jspecify.annotations.NullMarked;
