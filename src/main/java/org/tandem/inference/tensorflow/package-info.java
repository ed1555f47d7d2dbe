/**
 * The one place that knows DJL and TensorFlow: loads SavedModels and runs them.
 *
 * <p>Read {@link org.tandem.inference.tensorflow.TensorFlowNetwork} first.
 */
@NullMarked
package org.tandem.inference.tensorflow;

import org.jspecify.annotations.NullMarked;
