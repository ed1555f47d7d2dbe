package org.tandem.model;

/**
 * One thing that a detection output looks for.
 *
 * @param channel index in the last axis of the scores, or the label that the network gives, from 0
 */
public record Sought(int channel, Meaning meaning) {}
