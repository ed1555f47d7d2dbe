/**
 * What a model found, in the words of reports.
 *
 * <p>Enters: one {@code …Findings} for each output of a model. Leaves: {@link org.tandem.result.finding.Findings}, each
 * {@link org.tandem.result.finding.Finding} with the tracking identifiers that name it in every object. Read
 * {@link org.tandem.result.finding.Finding} first.
 */
@NullMarked
package org.tandem.result.finding;

import org.jspecify.annotations.NullMarked;
