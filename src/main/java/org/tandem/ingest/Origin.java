package org.tandem.ingest;

import java.time.Instant;
import org.tandem.net.AssociationInfo;

/**
 * From whom an instance came, and when its last byte had come.
 *
 * @param association id 0 where the association is of an earlier run of the node
 */
public record Origin(AssociationInfo association, Instant arrivedAt) {}
