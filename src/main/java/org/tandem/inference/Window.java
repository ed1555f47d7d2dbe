package org.tandem.inference;

/** Where a window begins, in voxels of the network's grid. */
record Window(int x, int y, int z) {}
