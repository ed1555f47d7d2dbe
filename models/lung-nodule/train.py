#!/usr/bin/env python3
"""Trains the network of this folder and exports it, or measures one of its parts by leaving it out.

    python3 train.py luna16-patches.tar WORK 1.0.0           trains (resumes where WORK has weights), measures, exports
    python3 train.py luna16-patches.tar WORK --plain         the same networks without attention, cross-validated only

Downloads nothing. Made with Python 3.11, tensorflow-cpu 2.16.2, keras 3.15.1, numpy 1.26, scipy 1.17, pillow 12.
Three networks, one for each third of the training set left out, answer together. All that was chosen (views, calibration, threshold)
was chosen on what each network had not seen; `val` is measured once, after everything else.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import dataclasses
import io
import pathlib
import sys
import tarfile

import numpy
import tensorflow
from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import copies
import measures
import saved_model
import small_network

PLAN = small_network.Plan(
    size=50, margin=5, widths=(16, 32, 64, 96), stem=(3, 1), grey=(0.35, 0.3), epochs=24, rate=3e-3, turn=numpy.pi, mirror=True, shift=3, stretch=0.15,
    negatives=2.0)
PARTS = 3
VIEWS = 4
"""Of 1, 2, 4 and 8, by the AUC on what was left out against the time it takes."""
SENSITIVITY = 0.9


def read(tar, split):
    """Patches as 0…1, labels and candidate numbers of a split, as its label file lists them. Rotated copies are in no list."""
    with tarfile.open(tar) as archive:
        lines = archive.extractfile(f"{split}datalabels.txt").read().decode().split("\n")
        rows = [line.split() for line in lines if line.strip()]
        images = [Image.open(io.BytesIO(archive.extractfile(path).read())) for path, _ in rows]
        patches = [numpy.asarray(image.resize((PLAN.size, PLAN.size), Image.BILINEAR), numpy.float32) / 255 for image in images]
    labels = numpy.array([int(label) for _, label in rows])
    numbers = numpy.array([int(path.split("_")[1].split(".")[0]) for path, _ in rows])
    return numpy.stack(patches)[..., None], labels, numbers


def parts(numbers):
    """The part of each patch: runs of candidate numbers, so that a scan lies in one part but at the two seams."""
    part = numpy.empty(len(numbers), int)
    part[numpy.argsort(numbers)] = numpy.arange(len(numbers)) * PARTS // len(numbers)
    return part


def apart_from(part, held_out, numbers):
    """Patches to train on: of other parts and of other scans than those held out."""
    inside = numbers[part == held_out]
    return (numbers < inside.min() - copies.SCAN_ROWS) | (numbers > inside.max() + copies.SCAN_ROWS)


def views(x):
    """As it is, half turn, quarter turns, and the mirror images of these four."""
    quarter = tensorflow.transpose(x, [0, 2, 1, 3])
    turned = [x, x[:, ::-1, ::-1], quarter[:, ::-1], quarter[:, :, ::-1]]
    return turned + [view[:, :, ::-1] for view in turned]


def logits(model, x, count):
    """Logits of the first `count` views, [N, count]."""
    answers = model(tensorflow.concat(views(x)[:count], 0), training=False)
    return tensorflow.transpose(tensorflow.reshape(answers, [count, -1]))


def cross_validated(x, labels, numbers, work, plan):
    """The networks, and for each patch the logits of its eight views by the one network that has not seen its scan."""
    part = parts(numbers)
    models, unseen = [], numpy.zeros((len(labels), 8))
    for held_out in range(PARTS):
        chosen, inside = apart_from(part, held_out, numbers), part == held_out
        print(f"part {held_out}: {chosen.sum()} patches to train on, {inside.sum()} left out", flush=True)
        file = work / f"{'attentive' if plan.attentive else 'plain'}-{held_out}.weights.h5"
        models.append(small_network.kept(
            file, plan, lambda: small_network.trained(x[chosen], labels[chosen], plan, held_out)))
        unseen[inside] = small_network.in_batches(lambda image: logits(models[-1], image, 8), x[inside])
    for count in (1, 2, 4, 8):
        mean = unseen[:, :count].mean(1)
        areas = [measures.auc(labels[part == p], mean[part == p])[0] for p in range(PARTS)]
        print(f"left out, views {count}: AUC by part {' '.join(f'{area:.3f}' for area in areas)}, mean {numpy.mean(areas):.3f}", flush=True)
    return models, unseen[:, :VIEWS].mean(1)


def report(name, labels, probability, threshold):
    sensitivity, specificity = measures.operating_point(labels, probability, threshold)
    print(f"{name}: n {len(labels)}, nodules {int(labels.sum())}, AUC {measures.shown(measures.auc(labels, probability))}, at {threshold}: "
          f"sensitivity {measures.shown(sensitivity)}, specificity {measures.shown(specificity)}, "
          f"ECE {measures.expected_calibration_error(labels, probability):.3f}", flush=True)


def measure_val(tar, ask, threshold, train):
    """The figures of `val`, with all of it and without nodules that are in the training set too."""
    x, labels, numbers = read(tar, "val")
    probability = small_network.in_batches(lambda image: ask(image)["probability"], x)[:, 0]
    report("val", labels, probability, threshold)
    nodules = labels == 1
    again = numpy.zeros(len(labels), bool)
    again[nodules] = copies.shown_among(x[nodules, :, :, 0], numbers[nodules], *train)
    print(f"val: {again.sum()} of {nodules.sum()} nodules show a nodule of train")
    report("val without these", labels[~again], probability[~again], threshold)


def main(tar, work, version):
    work.mkdir(parents=True, exist_ok=True)
    x, labels, numbers = read(tar, "train")
    plan = dataclasses.replace(PLAN, attentive=version is not None)
    models, unseen = cross_validated(x, labels, numbers, work, plan)
    if version is None:
        print(f"left out, all: AUC {measures.shown(measures.auc(labels, unseen))}")
        return
    slope, offset = measures.calibration(labels, unseen)
    probability = measures.sigmoid(slope * unseen + offset)
    threshold = measures.threshold_of_sensitivity(labels, probability, SENSITIVITY)
    print(f"calibration: sigmoid({slope:.4f} * logit + {offset:.4f}), threshold {threshold}")
    report("left out", labels, probability, threshold)

    def answer(image):
        answers = tensorflow.add_n([logits(model, image, VIEWS) for model in models]) / len(models)
        return {"probability": tensorflow.sigmoid(slope * tensorflow.reduce_mean(answers, 1, keepdims=True) + offset)}

    saved_model.write(answer, [None, PLAN.size, PLAN.size, 1], version / "saved_model")
    saved_model.write_digests(version)
    nodules = labels == 1
    measure_val(tar, saved_model.load(version / "saved_model"), threshold, (x[nodules, :, :, 0], numbers[nodules]))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    small_network.on_one_thread()
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), None if sys.argv[3] == "--plain" else pathlib.Path(sys.argv[3]))
