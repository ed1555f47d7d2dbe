/** What a model says of an exam: a prediction for each output of its manifest, and maps that explain it. */
@NullMarked
package org.tandem.inference.prediction;

import org.jspecify.annotations.NullMarked;
