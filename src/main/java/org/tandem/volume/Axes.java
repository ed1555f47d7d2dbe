package org.tandem.volume;

/** Unit directions in patient space (LPS) in which the indices x, y, z of a {@link Grid} increase. */
public record Axes(Vector3 x, Vector3 y, Vector3 z) {}
