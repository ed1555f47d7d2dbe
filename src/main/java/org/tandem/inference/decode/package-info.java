/** From the network's answers to predictions: classes, places, segments, numbers. */
@NullMarked
package org.tandem.inference.decode;

import org.jspecify.annotations.NullMarked;
