package org.tandem.work;

import java.util.List;
import org.tandem.result.iod.ResultObject;

/** Result objects, each once, and who gets which of them; nobody in particular if there is no parcel. */
public record Packed(List<ResultObject> objects, List<Parcel> parcels) {

    public Packed {
        objects = List.copyOf(objects);
        parcels = List.copyOf(parcels);
    }

    /** For whoever asked. */
    public static Packed of(List<ResultObject> objects) {
        return new Packed(objects, List.of());
    }
}
