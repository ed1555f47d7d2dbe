package org.tandem.result.sr;

import org.tandem.dicom.Tag;
import org.tandem.result.iod.ModuleWriter;

/** A content item together with its relationship to the item above it. */
record Related(Relationship relationship, ContentItem item) {

    static Related contains(ContentItem item) {
        return new Related(Relationship.CONTAINS, item);
    }

    static Related hasConceptMod(ContentItem item) {
        return new Related(Relationship.HAS_CONCEPT_MOD, item);
    }

    static Related hasObsContext(ContentItem item) {
        return new Related(Relationship.HAS_OBS_CONTEXT, item);
    }

    static Related hasAcqContext(ContentItem item) {
        return new Related(Relationship.HAS_ACQ_CONTEXT, item);
    }

    static Related hasProperties(ContentItem item) {
        return new Related(Relationship.HAS_PROPERTIES, item);
    }

    static Related inferredFrom(ContentItem item) {
        return new Related(Relationship.INFERRED_FROM, item);
    }

    static Related selectedFrom(ContentItem item) {
        return new Related(Relationship.SELECTED_FROM, item);
    }

    void write(ModuleWriter out) {
        out.type1(Tag.RELATIONSHIP_TYPE, relationship.term());
        item.write(out);
    }
}
