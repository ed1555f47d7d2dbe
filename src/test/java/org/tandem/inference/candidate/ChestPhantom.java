package org.tandem.inference.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * A drawn chest in HU: soft tissue in air, two lungs of 65 × 95 × 90 mm half axes, a spine, vessels of 2 to 6 mm that
 * spread from each hilum, balls for nodules, and noise. Each voxel is the mean over planes of its thickness.
 *
 * @param nodules in the patient, mm, LPS
 */
public record ChestPhantom(List<Nodule> nodules) {

    private static final float AIR = -1000;
    private static final float LUNG = -860;
    private static final float TISSUE = 40;
    private static final float BONE = 400;

    private static final List<Tube> VESSELS = vessels();

    public ChestPhantom {
        nodules = List.copyOf(nodules);
    }

    public record Nodule(Vector3 centre, double diameterMm) {}

    private record Tube(Vector3 from, Vector3 along, double lengthMm, double radiusMm) {

        boolean holds(Vector3 at) {
            Vector3 offset = at.minus(from);
            double t = offset.dot(along);
            return t > 0 && t < lengthMm && offset.minus(along.times(t)).length() < radiusMm;
        }
    }

    /** Slices of 240 × 176 pixels of 1.5 mm about the middle of the chest, tilted about the axis from right to left. */
    public static Grid grid(double spacingMm, double tiltDegrees, int slices) {
        double cosine = Math.cos(Math.toRadians(tiltDegrees));
        double sine = Math.sin(Math.toRadians(tiltDegrees));
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, cosine, sine), new Vector3(0, -sine, cosine));
        Size size = new Size(240, 176, slices);
        Grid atOrigin = new Grid(size, axes, new Vector3(1.5, 1.5, spacingMm), new Vector3(0, 0, 0));
        Vector3 middle = atOrigin.toPatient(new Vector3(119.5, 87.5, (slices - 1) / 2.0));
        return new Grid(size, axes, atOrigin.spacingMm(), middle.times(-1));
    }

    public Volume on(Grid grid) {
        Size size = grid.size();
        int planes = (int) Math.ceil(grid.spacingMm().z());
        float[] voxels = new float[size.voxels()];
        IntStream.range(0, size.z()).parallel().forEach(z -> {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    float sum = 0;
                    for (int plane = 0; plane < planes; plane++) {
                        double depth = z + (plane + 0.5) / planes - 0.5;
                        sum += at(grid.toPatient(new Vector3(x, y, depth)));
                    }
                    voxels[size.offset(x, y, z)] = sum / planes + noise(x, y, z);
                }
            }
        });
        return new Volume(grid, voxels);
    }

    private float at(Vector3 at) {
        if (Math.hypot(at.x() / 165, at.y() / 120) > 1) {
            return AIR;
        }
        if (Math.hypot(at.x(), at.y() - 80) < 18) {
            return BONE;
        }
        return !inLung(at) || inNodule(at) || inVessel(at) ? TISSUE : LUNG;
    }

    private boolean inNodule(Vector3 at) {
        for (Nodule nodule : nodules) {
            if (nodule.centre().minus(at).length() < nodule.diameterMm() / 2) {
                return true;
            }
        }
        return false;
    }

    /** Asked of millions of places: a stream for each would take longer than all else. */
    private static boolean inVessel(Vector3 at) {
        for (Tube vessel : VESSELS) {
            if (vessel.holds(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inLung(Vector3 at) {
        double x = (Math.abs(at.x()) - 80) / 65;
        return x * x + at.y() * at.y() / (95.0 * 95) + at.z() * at.z() / (90.0 * 90) < 1;
    }

    /** ± 25 HU, the same each time. */
    private static float noise(int x, int y, int z) {
        int hash = (x * 73_856_093) ^ (y * 19_349_663) ^ (z * 83_492_791);
        hash ^= hash >>> 13;
        hash *= 0x5bd1e995;
        return ((hash >>> 15) & 0xFFFF) / 65_536f * 50 - 25;
    }

    /** Twelve in each lung, from the hilum in directions of a golden spiral. */
    private static List<Tube> vessels() {
        List<Tube> vessels = new ArrayList<>();
        int count = 12;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < count; i++) {
                double z = 1 - 2 * (i + 0.5) / count;
                double angle = i * Math.PI * (3 - Math.sqrt(5));
                double r = Math.sqrt(1 - z * z);
                Vector3 along = new Vector3(side * Math.abs(r * Math.cos(angle)), r * Math.sin(angle), z);
                vessels.add(new Tube(new Vector3(side * 35, 0, 0), along, 100, 1 + 2.0 * (i % 4) / 3));
            }
        }
        return vessels;
    }
}
