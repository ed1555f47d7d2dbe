package org.tandem.inference.candidate;

import org.tandem.volume.Vector3;

/**
 * Something round that is brighter than what is around it.
 *
 * @param centre in the patient, mm, LPS
 * @param diameterMm of the ball that it is most like
 * @param strength how clearly it stands out, to compare blobs of one search with
 */
public record Blob(Vector3 centre, double diameterMm, double strength) {}
