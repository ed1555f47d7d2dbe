package org.tandem.volume;

/** Which of the two sides of the body. */
public enum Side {
    LEFT,
    RIGHT
}
