/**
 * Shows results of anybody to people: pictures over the images that they were made of, and words.
 *
 * <p>In come a result in a file and the images at hand; out goes a {@link org.tandem.result.show.Shown}: text and
 * panels. Read {@link org.tandem.result.show.ResultShow} first.
 */
@NullMarked
package org.tandem.result.show;

import org.jspecify.annotations.NullMarked;
