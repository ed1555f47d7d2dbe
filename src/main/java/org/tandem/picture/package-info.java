/**
 * Pictures for people: an image as a display shows it, with what a model found drawn over it.
 *
 * <p>In come pixels and what is known of their size and directions ({@link org.tandem.picture.View}), and layers:
 * regions, marks, maps of values. Out goes one picture, a {@link org.tandem.picture.Montage} of panels with a legend.
 * Nothing here needs fonts of the machine. Read {@link org.tandem.picture.Panel} first.
 */
@NullMarked
package org.tandem.picture;

import org.jspecify.annotations.NullMarked;
