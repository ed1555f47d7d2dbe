/** Sliding windows over an input, and the answers about each put together. */
@NullMarked
package org.tandem.inference.window;

import org.jspecify.annotations.NullMarked;
