"""Trains the networks of README.md on drawn pictures: python src/test/resources/networks/make_networks.py"""

import pathlib
import sys

import keras
import numpy
import tensorflow
from keras import layers

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[3] / "models"))
import saved_model  # noqa: E402 (beside the models)

PICTURES = 240
SKIN = (224, 172, 144)
LESIONS = [(92, 52, 44), (160, 110, 80), (225, 130, 140)]  # red, green, blue; melanoma, nevus, basal cell carcinoma


def ellipse(shape, random, smallest, largest):
    """Where a drawn ellipse lies: about the middle, of any direction."""
    y, x = numpy.mgrid[: shape[0], : shape[1]] / numpy.array(shape)[:, None, None] - random.uniform(0.4, 0.6, 2)[:, None, None]
    turn, half = random.uniform(0, numpy.pi), random.uniform(smallest, largest, 2)
    u, v = x * numpy.cos(turn) + y * numpy.sin(turn), y * numpy.cos(turn) - x * numpy.sin(turn)
    return (u / half[0]) ** 2 + (v / half[1]) ** 2 < 1


def skins(random):
    """Photographs [N, 224, 224, 3] in 0...1, and which lesion each shows."""
    kinds = random.integers(0, len(LESIONS), PICTURES)
    pictures = numpy.empty((PICTURES, 224, 224, 3), numpy.float32)
    for picture, kind in zip(pictures, kinds):
        picture[:] = numpy.array(SKIN) * random.uniform(0.85, 1.05)
        picture[ellipse((224, 224), random, 0.1, 0.3)] = numpy.array(LESIONS[kind]) * random.uniform(0.9, 1.1)
        picture += random.normal(0, 4, picture.shape)
    return numpy.clip(pictures / 255, 0, 1), kinds


def breasts(random):
    """Mammograms [N, 512, 416, 1] in 0...1, and whether each has a mass."""
    masses = random.integers(0, 2, PICTURES)
    pictures = numpy.empty((PICTURES, 512, 416, 1), numpy.float32)
    for picture, mass in zip(pictures, masses):
        picture[:, :, 0] = 150
        picture[ellipse((512, 416), random, 0.35, 0.5)] = 1400
        for _ in range(3):
            picture[ellipse((512, 416), random, 0.05, 0.15)] = random.uniform(1700, 2300)
        if mass:
            picture[ellipse((512, 416), random, 0.04, 0.07)] = 4000
        picture += random.normal(0, 20, picture.shape)
        picture -= picture.min()
        picture /= picture.max()
    return pictures, masses


def network(shape, pool, classes):
    image = keras.Input(shape)
    x = layers.Conv2D(8, 3, activation="relu")(layers.AveragePooling2D(pool)(image))
    x = layers.Conv2D(8, 3, activation="relu")(x)
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    return keras.Model(image, layers.Dense(classes, activation="softmax" if classes > 1 else "sigmoid")(x))


def make(name, draw, pool, classes):
    keras.utils.set_random_seed(0)
    x, truth = draw(numpy.random.default_rng(0))
    model = network(x.shape[1:], pool, classes)
    loss = "sparse_categorical_crossentropy" if classes > 1 else "binary_crossentropy"
    model.compile(keras.optimizers.Adam(0.01), loss, metrics=["accuracy"])
    model.fit(x, truth, epochs=40, batch_size=16, verbose=0)
    saved_model.write(lambda image: {"probability": model(image, training=False)}, [None, *x.shape[1:]], HERE / name / "saved_model")
    x, truth = draw(numpy.random.default_rng(1))
    print(name, model.evaluate(x, truth, verbose=0))


tensorflow.config.threading.set_intra_op_parallelism_threads(1)
make("mammography", breasts, 8, 1)
make("skin-lesion", skins, 8, 8)
