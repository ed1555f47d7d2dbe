/**
 * Runs models.
 *
 * <p>In comes an {@link org.tandem.inference.input.Exam}, out goes a {@link org.tandem.inference.prediction.Prediction}
 * on the same grid. Read {@link org.tandem.inference.Inferer} first, then {@code VolumeInferer}: it prepares the exam
 * ({@code input}), runs windows ({@code window}) through a {@link org.tandem.inference.network.Network} and what stands
 * before it ({@code network}), reads the answers ({@code decode}) and explains them ({@code explain}). The network's
 * one implementation is in {@code inference.tensorflow}. What is here chooses and joins these, keeps models loaded, and
 * gives them devices.
 */
@NullMarked
package org.tandem.inference;

import org.jspecify.annotations.NullMarked;
