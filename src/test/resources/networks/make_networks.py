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


def under_white(picture, norm=6):
    """As the manifest asks for it: shades of grey."""
    mean = (picture ** norm).mean((0, 1)) ** (1 / norm)
    return picture * numpy.sqrt((mean ** 2).mean()) / mean


def skins(random):
    """Photographs [N, 224, 224, 3] in 0...1 as under white light, and which lesion each shows."""
    kinds = random.integers(0, len(LESIONS), PICTURES)
    pictures = numpy.empty((PICTURES, 224, 224, 3), numpy.float32)
    for picture, kind in zip(pictures, kinds):
        picture[:] = numpy.array(SKIN) * random.uniform(0.85, 1.05)
        picture[ellipse((224, 224), random, 0.1, 0.3)] = numpy.array(LESIONS[kind]) * random.uniform(0.9, 1.1)
        picture += random.normal(0, 4, picture.shape)
        picture[:] = under_white(numpy.clip(picture, 0, 255))
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


def heads(random):
    """Heads [N, 24, 24, 24, 4] in FLAIR, T1c, T1, T2 as the manifest brings them into range, and where tumour, core and what enhances are."""
    pictures, truth = numpy.zeros((12, 24, 24, 24, 4)), numpy.zeros((12, 24, 24, 24, 3))
    at = numpy.stack(numpy.mgrid[:24, :24, :24], -1) * 3 - 34.5  # mm
    for picture, regions in zip(pictures, truth):
        brain = numpy.linalg.norm(at, axis=-1) < random.uniform(22, 28)
        enhancing, oedema = (
            brain & (numpy.linalg.norm(at - random.uniform(-12, 12, 3), axis=-1) < random.uniform(6, 11)) for _ in range(2))
        vial = numpy.maximum(0, 1 - numpy.linalg.norm(at - random.uniform(18, 24, 3), axis=-1) / 12)
        picture[:] = numpy.maximum(vial, brain * 0.3)[..., None] + random.normal(0, 0.005, picture.shape) * brain[..., None]
        picture[..., 0][oedema] = picture[..., 1][enhancing] = 1
        regions[..., 0], regions[..., 1], regions[..., 2] = enhancing | oedema, enhancing, enhancing
        for channel in range(4):
            inside = picture[..., channel] > 0
            values = picture[..., channel][inside]
            picture[..., channel] = numpy.where(inside, (picture[..., channel] - values.mean()) / values.std(), 0)
    return pictures.astype(numpy.float32), truth.astype(numpy.float32)


def voxel_network(channels, regions):
    """Each voxel by itself, whatever the size of the picture."""
    image = keras.Input((None, None, None, channels))
    return keras.Model(image, layers.Conv3D(regions, 1, activation="sigmoid")(layers.Conv3D(16, 1, activation="relu")(image)))


def network(shape, pool, classes):
    image = keras.Input(shape)
    x = layers.Conv2D(8, 3, activation="relu")(layers.AveragePooling2D(pool)(image))
    x = layers.Conv2D(8, 3, activation="relu")(x)
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    return keras.Model(image, layers.Dense(classes, activation="softmax" if classes > 1 else "sigmoid")(x))


def make_of_heads():
    keras.utils.set_random_seed(0)
    x, truth = heads(numpy.random.default_rng(0))
    model = voxel_network(4, 3)
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
    model.fit(x, truth, epochs=60, batch_size=2, verbose=0)
    saved_model.write(
        lambda image: {"probability": model(image, training=False)}, [None, None, None, None, 4], HERE / "brain-tumour" / "saved_model")
    x, truth = heads(numpy.random.default_rng(1))
    found = model.predict(x, verbose=0) > 0.5
    print("brain-tumour, Dice", [2 * (found[..., i] * truth[..., i]).sum() / (found[..., i].sum() + truth[..., i].sum()) for i in range(3)])


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
make_of_heads()
