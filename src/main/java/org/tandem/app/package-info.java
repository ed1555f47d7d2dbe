/**
 * The program: command line, configuration, and the wiring of a node in the order in which an image flows.
 *
 * <p>Read {@link org.tandem.app.Node} first.
 */
@NullMarked
package org.tandem.app;

import org.jspecify.annotations.NullMarked;
