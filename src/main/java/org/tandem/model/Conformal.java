package org.tandem.model;

/**
 * Sets of classes that hold the true one in a stated share of cases (doi:10.1080/01621459.2017.1395341): every class
 * whose probability reaches 1 less the quantile.
 *
 * @param quantile of 1 − p(true class), at the level, on data that the network was not trained on
 * @param level the share of cases
 */
public record Conformal(double quantile, double level) {

    public boolean holds(double probability) {
        return probability >= 1 - quantile;
    }
}
