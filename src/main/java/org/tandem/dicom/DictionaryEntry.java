package org.tandem.dicom;

import java.util.List;

/**
 * One row of the registry of data elements (PS3.6 6).
 *
 * @param tag the tag; of a repeating group, the first one
 * @param vrs the VRs that the element may have, one but for "US or SS", "OB or OW", "US or OW"; none for item tags
 * @param vm the value multiplicity as the registry writes it, such as "1-n"
 */
public record DictionaryEntry(int tag, List<VR> vrs, String vm, String keyword, String name, boolean retired) {

    public DictionaryEntry {
        vrs = List.copyOf(vrs);
    }

    /** The VR that needs no context: OW where it may be, else the first. */
    public VR vr() {
        if (vrs.size() == 1) {
            return vrs.get(0);
        }
        return vrs.isEmpty() ? VR.UN : vrs.contains(VR.OW) ? VR.OW : vrs.get(0);
    }

    /** Whether Pixel Representation (0028,0103) decides between US and SS. */
    boolean followsPixelRepresentation() {
        return vrs.size() > 1 && vrs.contains(VR.SS);
    }
}
