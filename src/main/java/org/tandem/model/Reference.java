package org.tandem.model;

/**
 * A quantity where the model was measured.
 *
 * @param quantity as {@code tandem drift} names it
 * @param n exams
 * @param deviation standard deviation among them
 */
public record Reference(String quantity, int n, double mean, double deviation) {

    /** The quantity whose mean is the share of exams in which something was found. */
    public static String positive(String label) {
        return "positive " + label;
    }

    public static String probability(String label) {
        return "probability " + label;
    }

    public static String number(String label) {
        return "number " + label;
    }
}
