"""Figures for the model cards: areas under ROC curves, their intervals, operating points.

Intervals are at 95 %. `tandem evaluate` computes the same figures; the cards' must equal its.
"""

import numpy
from scipy import optimize, stats


def auc(truth, score):
    """Area under the ROC curve and its interval: DeLong's variance by midranks (doi:10.1109/LSP.2014.2337313)."""
    positive, negative = score[truth == 1], score[truth == 0]
    m, n = len(positive), len(negative)
    ranks = stats.rankdata(numpy.concatenate([positive, negative]))
    over_negatives = (ranks[:m] - stats.rankdata(positive)) / n
    over_positives = 1 - (ranks[m:] - stats.rankdata(negative)) / m
    area = float(over_negatives.mean())
    error = numpy.sqrt(over_negatives.var(ddof=1) / m + over_positives.var(ddof=1) / n)
    half = stats.norm.ppf(0.975) * error
    return area, max(0.0, area - half), min(1.0, area + half)


def wilson(hits, n):
    """A proportion and its interval (doi:10.1080/01621459.1927.10502953)."""
    z, share = stats.norm.ppf(0.975), hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * numpy.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return share, middle - half, middle + half


def operating_point(truth, probability, threshold):
    """Sensitivity and specificity, each with its interval, of `probability >= threshold`."""
    found = probability >= threshold
    sensitivity = wilson(int((found & (truth == 1)).sum()), int((truth == 1).sum()))
    specificity = wilson(int((~found & (truth == 0)).sum()), int((truth == 0).sum()))
    return sensitivity, specificity


def threshold_of_sensitivity(truth, probability, sensitivity):
    """The largest threshold, to three digits, at which at least this share of the positives is found."""
    positive = numpy.sort(probability[truth == 1])
    return float(numpy.floor(positive[int(len(positive) * (1 - sensitivity))] * 1000) / 1000)


def calibration(truth, logit):
    """(a, b) by which sigmoid(a * logit + b) fits the truth best (Platt)."""

    def loss(ab):
        value = ab[0] * logit + ab[1]
        return numpy.mean(numpy.logaddexp(0, value) - truth * value)

    return tuple(float(value) for value in optimize.minimize(loss, [1.0, 0.0], method="BFGS").x)


def expected_calibration_error(truth, probability, bins=10):
    """Mean over equally wide bins of |share of positives - mean probability|, weighted by the cases of each."""
    which = numpy.minimum((probability * bins).astype(int), bins - 1)
    total = 0.0
    for bin_index in range(bins):
        inside = which == bin_index
        if inside.any():
            total += inside.sum() * abs(truth[inside].mean() - probability[inside].mean())
    return total / len(truth)


def sigmoid(value):
    return 1 / (1 + numpy.exp(-value))


def shown(figures):
    return f"{figures[0]:.3f} ({figures[1]:.3f} to {figures[2]:.3f})"
