package org.tandem.ingest;

import org.tandem.net.DimseStatus;

/** What is thought of a data set that has come whole. */
sealed interface Judgement {

    /** It is what its command announced, and can be filed. */
    record Acceptable(InstanceIdentity identity, String modality) implements Judgement {}

    /** It is readable, but not what was announced, or it cannot be filed. */
    record Mismatch(DimseStatus status, String comment) implements Judgement {}

    /** It does not parse. */
    record Unreadable(String reason) implements Judgement {}
}
