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

    /** What it speaks of; empty where that is known only when it is read. */
    Set<String> names();

    /**
     * The classes that it has, by their names or numbers in the data set; of one class there may be several names.
     *
     * @param known every name that the data set has: what is not among them may be there without being told
     */
    record Labels(Set<String> present, Set<String> known) implements Truth {
        public Labels {
            present = Set.copyOf(present);
            known = Set.copyOf(known);
        }

        @Override
        public Set<String> names() {
            return known;
        }
    }

    /** Where things are: masks by the names or numbers that they have in the data set. */
    record Masks(MaskSource source) implements Truth {

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }

    /** Reads masks when they are asked for. */
    @FunctionalInterface
    interface MaskSource {
        /** On the grid of the images; refuses masks that lie elsewhere. */
        Map<String, Mask> on(Grid grid) throws IOException;
    }

    /**
     * Things at places.
     *
     * @param doubtful what may be there or not: a mark on it is neither right nor wrong
     * @param names of which every one in the images is told, so that where there is no place there is none
     * @param hit when a box hits one of them; a point does by its middle always
     */
    record Places(List<Place> places, List<Place> doubtful, Set<String> names, Hit hit) implements Truth {

        /** Things that boxes were drawn around. */
        public Places(List<Place> places, Set<String> names) {
            this(places, List.of(), names, Hit.BY_OVERLAP);
        }

        public Places {
            places = List.copyOf(places);
            doubtful = List.copyOf(doubtful);
            names = Set.copyOf(names);
        }

        /** Those of one name. */
        public Places of(String name) {
            return new Places(
                    places.stream().filter(place -> place.label().equals(name)).toList(),
                    doubtful.stream()
                            .filter(place -> place.label().equals(name))
                            .toList(),
                    Set.of(name),
                    hit);
        }
    }

    /** What it takes for a box to hit a place. */
    enum Hit {
        /** To cover it, and little else. */
        BY_OVERLAP,
        /** To have its middle in the ellipsoid within the place. */
        BY_MIDDLE
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

        @Override
        public Set<String> names() {
            return values.keySet();
        }
    }
}
