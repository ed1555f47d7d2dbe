/**
 * One page that says what a model found, for people without a viewer for anything else: Encapsulated PDF.
 *
 * <p>In come the finished report, which the page repeats number for number, and pictures; out goes an object. Read
 * {@link org.tandem.result.page.EncapsulatedPdfIod} first.
 */
@NullMarked
package org.tandem.result.page;

import org.jspecify.annotations.NullMarked;
