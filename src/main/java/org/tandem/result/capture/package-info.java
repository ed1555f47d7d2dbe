/**
 * What a model found, drawn for people: pictures of the slices that show it best, and Secondary Capture objects of
 * them.
 *
 * <p>In come a source series and findings; out go panels with what their colours mean, and objects that any viewer
 * shows. Read {@link org.tandem.result.capture.FindingPictures} first.
 */
@NullMarked
package org.tandem.result.capture;

import org.jspecify.annotations.NullMarked;
