/**
 * Places in a CT of the chest that are worth a closer look.
 *
 * <p>In comes a volume in HU; out come {@link org.tandem.inference.candidate.Blob}s, the most conspicuous first, for a
 * network to judge one by one. Read {@link org.tandem.inference.candidate.LungNodules} first.
 */
@NullMarked
package org.tandem.inference.candidate;

import org.jspecify.annotations.NullMarked;
