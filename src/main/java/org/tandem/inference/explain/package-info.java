/** Maps that show what an answer rests on, and where it is unsure. */
@NullMarked
package org.tandem.inference.explain;

import org.jspecify.annotations.NullMarked;
