package org.tandem.model;

/** What is still to be applied to the numbers that a network puts out, to make probabilities of them. */
public enum Activation {
    /** Nothing: they are probabilities, or what is asked for is no probability. */
    NONE,
    /** Each number alone: 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** All channels together: eˣ over the sum of them. */
    SOFTMAX
}
