package org.tandem.model;

/**
 * A quantity where the model was measured.
 *
 * @param quantity as {@code tandem drift} names it
 * @param n exams
 * @param deviation standard deviation among them
 */
public record Reference(String quantity, int n, double mean, double deviation) {}
