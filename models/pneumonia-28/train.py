#!/usr/bin/env python3
"""Trains the network of this folder, measures and exports it.

    python3 train.py pneumoniamnist-train-val.npz WORK 1.0.0

Downloads nothing; resumes where WORK has weights. Made with Python 3.11, tensorflow-cpu 2.16.2, keras 3.15.1, numpy 1.26, scipy 1.17.
Three networks, one for each third of the training set left out, answer together. Calibration and threshold were chosen on what each
network had not seen; `val` is measured once, after everything else.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import pathlib
import sys

import numpy
import tensorflow

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import measures
import saved_model
import small_network

PLAN = small_network.Plan(
    size=28, margin=0, widths=(8, 24, 48), stem=(3, 1), grey=(0.56, 0.17), epochs=12, rate=3e-3, turn=0.17, mirror=False, shift=2, stretch=0.1,
    negatives=1.0)
PARTS = 3
SENSITIVITY = 0.95


def read(file, split):
    """Images, each from its smallest value, 0, to its largest, 1, as the manifest has it done to every radiograph; and labels."""
    with numpy.load(file) as data:
        images, labels = data[f"{split}_images"][..., None].astype(numpy.float32), data[f"{split}_labels"][:, 0].astype(int)
    low, high = images.min((1, 2, 3), keepdims=True), images.max((1, 2, 3), keepdims=True)
    return (images - low) / (high - low), labels


def parts(x):
    """A part for each image, at random but the same for equal images."""
    values, same = numpy.unique(x.reshape(len(x), -1), axis=0, return_inverse=True)
    return numpy.random.default_rng(0).permutation(len(values))[same] % PARTS


def cross_validated(x, labels, work):
    """The networks, and for each image the logit of the one that has not seen it."""
    part, unseen, models = parts(x), numpy.zeros(len(labels)), []
    for held_out in range(PARTS):
        inside = part == held_out
        print(f"part {held_out}: {(~inside).sum()} images to train on, {inside.sum()} left out", flush=True)
        file = work / f"{held_out}.weights.h5"
        models.append(small_network.kept(
            file, PLAN, lambda: small_network.trained(x[~inside], labels[~inside], PLAN, held_out)))
        unseen[inside] = small_network.in_batches(models[-1], x[inside])[:, 0]
        print(f"part {held_out}: AUC {measures.shown(measures.auc(labels[inside], unseen[inside]))}", flush=True)
    return models, unseen


def report(name, labels, probability, threshold):
    sensitivity, specificity = measures.operating_point(labels, probability, threshold)
    print(f"{name}: n {len(labels)}, pneumonia {int(labels.sum())}, AUC {measures.shown(measures.auc(labels, probability))}, at {threshold}: "
          f"sensitivity {measures.shown(sensitivity)}, specificity {measures.shown(specificity)}, "
          f"ECE {measures.expected_calibration_error(labels, probability):.3f}", flush=True)


def main(file, work, version):
    work.mkdir(parents=True, exist_ok=True)
    x, labels = read(file, "train")
    models, unseen = cross_validated(x, labels, work)
    slope, offset = measures.calibration(labels, unseen)
    probability = measures.sigmoid(slope * unseen + offset)
    threshold = measures.threshold_of_sensitivity(labels, probability, SENSITIVITY)
    print(f"calibration: sigmoid({slope:.4f} * logit + {offset:.4f}), threshold {threshold}")
    report("left out", labels, probability, threshold)

    def answer(image):
        logit = tensorflow.add_n([model(image, training=False) for model in models]) / len(models)
        return {"probability": tensorflow.sigmoid(slope * logit + offset)}

    saved_model.write(answer, [None, PLAN.size, PLAN.size, 1], version / "saved_model")
    saved_model.write_digests(version)
    seen = {image.tobytes() for image in x}
    x, labels = read(file, "val")
    ask = saved_model.load(version / "saved_model")
    probability = small_network.in_batches(lambda image: ask(image)["probability"], x)[:, 0]
    report("val", labels, probability, threshold)
    new = numpy.array([image.tobytes() not in seen for image in x])
    report("val without images that are in train too", labels[new], probability[new], threshold)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    small_network.on_one_thread()
    main(*map(pathlib.Path, sys.argv[1:]))
