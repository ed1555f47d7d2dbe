package org.tandem.evaluate.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;

/** What is true of a case. */
public sealed interface Truth {

    /** The classes that it has, by their names or numbers in the data set. */
    record Labels(Set<String> present) implements Truth {
        public Labels {
            present = Set.copyOf(present);
        }
    }

    /** Where things are: masks by the names or numbers that they have in the data set. */
    record Masks(MaskSource source) implements Truth {}

    /** Reads masks when they are asked for. */
    @FunctionalInterface
    interface MaskSource {
        /** On the grid of the images; refuses masks that lie elsewhere. */
        Map<String, Mask> on(Grid grid) throws IOException;
    }

    /** Things at places. */
    record Places(List<Place> places) implements Truth {
        public Places {
            places = List.copyOf(places);
        }
    }

    /**
     * One place, as a box along the axes of the image's grid.
     *
     * @param from lower corner in voxel indices, where whole numbers are centres of voxels
     */
    record Place(String label, Vector3 from, Vector3 to) {

        public Vector3 centre() {
            return from.plus(to).times(0.5);
        }
    }

    /** Numbers, by the names of their columns. */
    record Numbers(Map<String, Double> values) implements Truth {
        public Numbers {
            values = Map.copyOf(values);
        }
    }
}
