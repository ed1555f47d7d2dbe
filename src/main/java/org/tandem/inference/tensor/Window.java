package org.tandem.inference.tensor;

/** Where a window begins, in voxels of the network's grid. */
public record Window(int x, int y, int z) {}
