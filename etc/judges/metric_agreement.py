#!/usr/bin/env python3
"""What other people's programs say of fixed arrays, for MetricAgreementTest and MetricAgreementIT.

  metric_agreement.py --write FILE   the arrays, drawn with a fixed seed, and every judge's values, as JSON
  metric_agreement.py --check FILE   computes again with the judges that are installed; prints a line a value that differs

Written with numpy 1.26, scikit-learn, SciPy, MONAI 1.3.2 on torch 1.13 (Debian's python3-torch), MedPy, SimpleITK and
confidenceinterval, as their versions in the file say. "definition" is the formula of the paper, written out in numpy with
loops over pairs. Exit 77 without scikit-learn.
"""

import importlib.metadata
import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")

try:
    import numpy as np
    import scipy.stats
    import sklearn.calibration
    import sklearn.metrics as sk
except ImportError as missing:
    print(f"metric_agreement: {missing}")
    sys.exit(77)


def optional(module):
    try:
        return importlib.import_module(module)
    except Exception:  # a judge that is not there, or not for this Python
        return None


JUDGES = {"scikit-learn": "scikit-learn", "SciPy": "scipy", "MONAI": "monai", "MedPy": "medpy", "SimpleITK": "SimpleITK",
          "confidenceinterval": "confidenceinterval"}


def draw_scores(random, n, positives, decimals=None):
    truth = np.zeros(n, int)
    truth[random.permutation(n)[:positives]] = 1
    scores = 1 / (1 + np.exp(-random.normal(1.4 * truth - 0.7, 1)))
    other = 1 / (1 + np.exp(-random.normal(0.7 * truth - 0.4, 1)))
    if decimals is not None:
        scores, other = np.round(scores, decimals), np.round(other, decimals)
    return {"truth": truth.tolist(), "scores": scores.tolist(), "other": other.tolist()}


def ball(shape, spacing, centre, radius):
    index = np.indices(shape).astype(float)
    way = sum(((index[axis] - centre[axis]) * spacing[axis]) ** 2 for axis in range(3))
    return way <= radius**2


def runs(mask):
    """[first, length] of each run of voxels that are in, z-y-x."""
    padded = np.diff(np.concatenate([[0], mask.ravel().astype(int), [0]]))
    first, end = np.flatnonzero(padded == 1), np.flatnonzero(padded == -1)
    return [[int(a), int(b - a)] for a, b in zip(first, end)]


def masks(shape, spacing, one, other):
    return {"shape_zyx": list(shape), "spacing_zyx_mm": list(spacing), "predicted": runs(one), "reference": runs(other)}


def unpack(arrays, name):
    voxels = np.zeros(int(np.prod(arrays["shape_zyx"])), bool)
    for first, length in arrays[name]:
        voxels[first : first + length] = True
    return voxels.reshape(arrays["shape_zyx"])


def draw():
    random = np.random.default_rng(20261129)
    shape, spacing = (14, 30, 26), (2.5, 0.7, 0.9)
    reference = ball(shape, spacing, (6, 14, 12), 8)
    shifted = ball(shape, spacing, (7, 15.5, 13), 7.4)
    outlier = shifted.copy()
    outlier[0, 0:2, 0:3] = True
    border = ball(shape, spacing, (0, 2, 25), 9)
    froc = []
    for places, marks in [(2, 5), (0, 3), (1, 2), (3, 6), (0, 0), (1, 4)]:
        hits = [int(random.integers(-1, places)) if places else -1 for _ in range(marks)]
        froc.append({"places": places, "marks": [[float(random.uniform(0.05, 1)), hit] for hit in hits]})
    truth = random.integers(0, 4, 70)
    said = np.where(random.uniform(size=70) < 0.6, truth, random.integers(0, 4, 70))
    volumes = random.gamma(3, 40, 35)
    return {
        "binary": {
            "continuous": draw_scores(random, 60, 25),
            "ties": draw_scores(random, 80, 30, 1),
            "few-positives": draw_scores(random, 90, 4),
        },
        "classes": {"four-classes": {"truth": truth.tolist(), "said": said.tolist(), "classes": 4}},
        "numbers": {"volumes": {"truth": volumes.tolist(), "estimated": (volumes * 1.04 + random.normal(0, 6, 35)).tolist()}},
        "masks": {
            "shifted-ball": masks(shape, spacing, shifted, reference),
            "far-outlier": masks(shape, spacing, outlier, reference),
            "at-the-border": masks(shape, spacing, border, ball(shape, spacing, (1, 4, 23), 8)),
        },
        "froc": {"six-images": {"images": froc}},
    }


def auc_pairs(positive, negative):
    kernel = (positive[:, None] > negative[None, :]) + 0.5 * (positive[:, None] == negative[None, :])
    return kernel.mean(), kernel.mean(axis=1), kernel.mean(axis=0)


def binary(arrays):
    truth, scores, other = (np.array(arrays[name]) for name in ("truth", "scores", "other"))
    said = (scores >= 0.5).astype(int)
    yield "auc", "scikit-learn", sk.roc_auc_score(truth, scores)
    yield "average precision", "scikit-learn", sk.average_precision_score(truth, scores)
    yield "accuracy", "scikit-learn", sk.accuracy_score(truth, said)
    yield "sensitivity", "scikit-learn", sk.recall_score(truth, said)
    yield "specificity", "scikit-learn", sk.recall_score(truth, said, pos_label=0)
    yield "PPV", "scikit-learn", sk.precision_score(truth, said)
    yield "NPV", "scikit-learn", sk.precision_score(truth, said, pos_label=0)
    yield "F1", "scikit-learn", sk.f1_score(truth, said)
    yield "Brier", "scikit-learn", sk.brier_score_loss(truth, scores)
    observed, predicted = sklearn.calibration.calibration_curve(truth, scores, n_bins=10)
    yield "largest calibration error", "scikit-learn", np.abs(observed - predicted).max()
    counts = np.bincount(np.minimum((scores * 10).astype(int), 9), minlength=10)
    yield "ECE, 10 bins", "scikit-learn", np.average(np.abs(observed - predicted), weights=counts[counts > 0])
    curve = sk.roc_curve(truth, scores, drop_intermediate=False)
    yield "threshold by Youden", "scikit-learn", curve[2][1:][np.argmax((curve[1] - curve[0])[1:])]
    found = int((said & truth).sum())
    wilson = scipy.stats.binomtest(found, int(truth.sum())).proportion_ci(method="wilson")
    yield "sensitivity, Wilson, low", "SciPy", wilson.low
    yield "sensitivity, Wilson, high", "SciPy", wilson.high
    a, ten_a, one_a = auc_pairs(scores[truth == 1], scores[truth == 0])
    b, ten_b, one_b = auc_pairs(other[truth == 1], other[truth == 0])
    error = np.sqrt(np.var(ten_a - ten_b, ddof=1) / len(ten_a) + np.var(one_a - one_b, ddof=1) / len(one_a))
    yield "difference of AUC, DeLong, z", "definition", (a - b) / error
    yield "difference of AUC, DeLong, p", "definition", 2 * scipy.stats.norm.sf(abs((a - b) / error))
    if truth.sum() >= 10:  # with fewer, resamples without positives leave SciPy without an interval
        boot = scipy.stats.bootstrap((truth, scores), sk.roc_auc_score, paired=True, vectorized=False, method="percentile",
                                     n_resamples=2000, random_state=7)
        yield "auc, bootstrap, low", "SciPy", boot.confidence_interval.low
        yield "auc, bootstrap, high", "SciPy", boot.confidence_interval.high
    if optional("confidenceinterval"):
        import confidenceinterval

        _, (low, high) = confidenceinterval.roc_auc_score(truth, scores, confidence_level=0.95)
        yield "auc, DeLong, low", "confidenceinterval", low
        yield "auc, DeLong, high", "confidenceinterval", min(high, 1.0)


def classes(arrays):
    truth, said = arrays["truth"], arrays["said"]
    yield "accuracy", "scikit-learn", sk.accuracy_score(truth, said)
    yield "balanced accuracy", "scikit-learn", sk.balanced_accuracy_score(truth, said)
    yield "F1, macro", "scikit-learn", sk.f1_score(truth, said, average="macro")
    yield "F1, micro", "scikit-learn", sk.f1_score(truth, said, average="micro")
    yield "PPV, macro", "scikit-learn", sk.precision_score(truth, said, average="macro")
    yield "kappa, quadratic", "scikit-learn", sk.cohen_kappa_score(truth, said, weights="quadratic")
    yield "F1, class 2", "scikit-learn", sk.f1_score(truth, said, average=None)[2]


def numbers(arrays):
    truth, estimated = np.array(arrays["truth"]), np.array(arrays["estimated"])
    yield "MSE", "scikit-learn", sk.mean_squared_error(truth, estimated)
    yield "MAE", "scikit-learn", sk.mean_absolute_error(truth, estimated)
    yield "R2", "scikit-learn", sk.r2_score(truth, estimated)
    difference = estimated - truth
    n, deviation, t = len(difference), difference.std(ddof=1), scipy.stats.t.ppf(0.975, len(difference) - 1)
    yield "bias, low", "SciPy", scipy.stats.ttest_1samp(difference, 0).confidence_interval(0.95).low
    yield "lower limit of agreement", "definition", difference.mean() - scipy.stats.norm.ppf(0.975) * deviation
    limit = difference.mean() + scipy.stats.norm.ppf(0.975) * deviation
    yield "upper limit of agreement, high", "definition", (
        limit + t * deviation * np.sqrt(1 / n + scipy.stats.norm.ppf(0.975) ** 2 / (2 * (n - 1))))


def of_masks(arrays):
    one, other, spacing = unpack(arrays, "predicted"), unpack(arrays, "reference"), arrays["spacing_zyx_mm"]
    if optional("monai.metrics"):
        import monai.metrics
        import torch

        a, b = (torch.from_numpy(mask[None, None].astype(np.float32)) for mask in (one, other))
        yield "Dice", "MONAI", float(monai.metrics.compute_dice(a, b))
        yield "IoU", "MONAI", float(monai.metrics.compute_iou(a, b))
        for name, percentile in ("Hausdorff, mm", None), ("Hausdorff 95, mm", 95):
            yield name, "MONAI", float(monai.metrics.compute_hausdorff_distance(
                a, b, include_background=True, percentile=percentile, spacing=spacing))
        yield "mean surface distance, mm", "MONAI", float(monai.metrics.compute_average_surface_distance(
            a, b, include_background=True, symmetric=True, spacing=spacing))
    if optional("medpy.metric.binary"):
        import medpy.metric.binary as medpy

        yield "Dice", "MedPy", medpy.dc(one, other)
        yield "Hausdorff, mm", "MedPy", medpy.hd(one, other, voxelspacing=spacing)
    if optional("SimpleITK"):
        import SimpleITK

        measure = SimpleITK.LabelOverlapMeasuresImageFilter()
        measure.Execute(*(SimpleITK.GetImageFromArray(mask.astype(np.uint8)) for mask in (other, one)))
        yield "Dice", "SimpleITK", measure.GetDiceCoefficient()
        yield "IoU", "SimpleITK", measure.GetJaccardCoefficient()


def froc(arrays):
    if not optional("monai.metrics"):
        return
    import monai.metrics

    false, true, total = [], [], 0
    for image in arrays["images"]:
        total += image["places"]
        false += [score for score, hit in image["marks"] if hit < 0]
        for place in range(image["places"]):
            scores = [score for score, hit in image["marks"] if hit == place]
            true += [max(scores)] if scores else []
    # MONAI leaves the lowest score out: one more, below all others, takes its place
    rates, sensitivity = monai.metrics.compute_froc_curve_data(
        np.array(false + [0.0]), np.array(true), total, len(arrays["images"]))
    for rate in 0.25, 0.5, 1:
        yield f"sensitivity at {rate:g} false an image", "MONAI", np.interp(rate, rates[::-1], sensitivity[::-1])
    yield "mean sensitivity at 1/8 to 8", "MONAI", monai.metrics.compute_froc_score(
        rates, sensitivity, (0.125, 0.25, 0.5, 1, 2, 4, 8))


KINDS = {"binary": binary, "classes": classes, "numbers": numbers, "masks": of_masks, "froc": froc}


def judge(arrays):
    return [
        {"kind": kind, "on": name, "measure": measure, "judge": judge, "value": float(value)}
        for kind, of in KINDS.items()
        for name, one in arrays[kind].items()
        for measure, judge, value in of(one)
    ]


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "-"


def write(file):
    arrays = draw()
    content = {"versions": {name: version(package) for name, package in JUDGES.items()}, "arrays": arrays, "values": judge(arrays)}
    lines = ",\n".join(json.dumps(value) for value in content.pop("values"))
    head = json.dumps(content)[:-1]
    pathlib.Path(file).write_text(f'{head},\n"values": [\n{lines}\n]}}\n')


def check(file):
    content = json.loads(pathlib.Path(file).read_text())
    again = {(v["kind"], v["on"], v["measure"], v["judge"]): v["value"] for v in judge(content["arrays"])}
    differing = 0
    for value in content["values"]:
        key = (value["kind"], value["on"], value["measure"], value["judge"])
        tolerance = 0.01 if "bootstrap" in value["measure"] else 1e-6
        if key in again and abs(again[key] - value["value"]) > tolerance:
            differing += 1
            print(*key, "was", value["value"], "is", again[key])
    print(f'{len(again)} of {len(content["values"])} values computed again, {differing} differ')
    return 1 if differing else 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("--write", "--check"):
        sys.exit(__doc__)
    sys.exit(write(sys.argv[2]) if sys.argv[1] == "--write" else check(sys.argv[2]))
