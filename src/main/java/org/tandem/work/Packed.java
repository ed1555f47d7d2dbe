package org.tandem.work;

import java.util.List;
import java.util.Optional;
import org.tandem.history.Chapter;
import org.tandem.result.iod.ResultObject;

/**
 * Result objects, each once, and who gets which of them; nobody in particular if there is no parcel.
 *
 * @param chapter what they were built on; empty where nothing is remembered
 */
public record Packed(List<ResultObject> objects, List<Parcel> parcels, Optional<Chapter> chapter) {

    public Packed {
        objects = List.copyOf(objects);
        parcels = List.copyOf(parcels);
    }

    /** For whoever asked. */
    public static Packed of(List<ResultObject> objects) {
        return new Packed(objects, List.of(), Optional.empty());
    }
}
