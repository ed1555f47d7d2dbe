package org.tandem.model;

import java.util.List;
import org.tandem.dicom.Code;

/**
 * A place in the body: Anatomic Region (0008,2218), Finding Site in reports.
 *
 * @param region CID 4031 and the like
 * @param modifiers Anatomic Region Modifier (0008,2220), as in its laterality (CID 244)
 */
public record AnatomicSite(Code region, List<Code> modifiers) {

    public AnatomicSite {
        modifiers = List.copyOf(modifiers);
    }
}
