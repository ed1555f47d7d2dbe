/**
 * What goes into a network and comes out of it: values with a shape, how their axes are laid out, where a window lies.
 */
@NullMarked
package org.tandem.inference.tensor;

import org.jspecify.annotations.NullMarked;
