package org.tandem.series;

/**
 * Why a series cannot be processed: said to people, stored, shown, sent.
 *
 * @param message what, where (the instance by UID), got, expected; no patient identity
 */
public record Refusal(ReasonCode reason, String message) {}
