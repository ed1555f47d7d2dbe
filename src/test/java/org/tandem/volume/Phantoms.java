package org.tandem.volume;

/** Grids and volumes whose values are known. */
final class Phantoms {

    static final Axes AXIAL = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    private Phantoms() {}

    static Grid grid(int x, int y, int z) {
        return new Grid(new Size(x, y, z), AXIAL, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
    }

    /** Each voxel holds a linear function of its patient position: 2x + 3y + 5z + 7. */
    static Volume ramp(Grid grid) {
        float[] voxels = new float[grid.size().voxels()];
        for (int z = 0; z < grid.size().z(); z++) {
            for (int y = 0; y < grid.size().y(); y++) {
                for (int x = 0; x < grid.size().x(); x++) {
                    voxels[grid.size().offset(x, y, z)] = (float) rampAt(grid.toPatient(new Vector3(x, y, z)));
                }
            }
        }
        return new Volume(grid, voxels);
    }

    static double rampAt(Vector3 patient) {
        return 2 * patient.x() + 3 * patient.y() + 5 * patient.z() + 7;
    }
}
