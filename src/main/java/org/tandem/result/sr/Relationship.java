package org.tandem.result.sr;

/** Relationship Type (0040,A010) of a content item to the one above it (PS3.3 C.17.3.2.4). */
enum Relationship {
    CONTAINS("CONTAINS"),
    HAS_CONCEPT_MOD("HAS CONCEPT MOD"),
    HAS_OBS_CONTEXT("HAS OBS CONTEXT"),
    HAS_ACQ_CONTEXT("HAS ACQ CONTEXT"),
    HAS_PROPERTIES("HAS PROPERTIES"),
    INFERRED_FROM("INFERRED FROM"),
    SELECTED_FROM("SELECTED FROM");

    private final String term;

    Relationship(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }
}
