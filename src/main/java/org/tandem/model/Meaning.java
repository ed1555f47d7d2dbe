package org.tandem.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;

/**
 * What something that a model looks for is, in words and codes.
 *
 * @param label for people, at most 64 characters: Segment Label (0062,0005)
 * @param category Segmented Property Category or Finding Category, CID 7150
 * @param type Segmented Property Type or Finding, CID 7151
 * @param modifiers of the type, as in its laterality (CID 244)
 * @param site where in the body it is, if the type does not say so itself
 */
public record Meaning(String label, Code category, Code type, List<Code> modifiers, Optional<AnatomicSite> site) {

    public Meaning {
        modifiers = List.copyOf(modifiers);
    }

    /** Every code in it. */
    public List<Code> codes() {
        List<Code> codes = new ArrayList<>(List.of(category, type));
        codes.addAll(modifiers);
        site.ifPresent(where -> {
            codes.add(where.region());
            codes.addAll(where.modifiers());
        });
        return codes;
    }

    public static Meaning of(String label, Code category, Code type) {
        return new Meaning(label, category, type, List.of(), Optional.empty());
    }
}
