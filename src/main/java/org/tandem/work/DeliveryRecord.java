package org.tandem.work;

import java.time.Instant;

/** A delivery as the ledger knows it; the message says what the destination answered last. */
public record DeliveryRecord(DeliveryId id, DeliveryState state, int attempts, String message, Instant changed) {}
