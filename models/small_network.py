"""Small residual networks with squeeze and excitation for small grey patches, and how they are trained.

`Plan` says all that differs between models; the same plan, data and seed give the same weights on one thread.
"""

import dataclasses
import time

import keras
import numpy
import tensorflow
from keras import layers


@dataclasses.dataclass(frozen=True)
class Plan:
    """Lengths in pixels; shares of 1."""

    size: int
    margin: int  # what the network does not look at, at each side
    widths: tuple  # channels of the first convolution and of each block; each block halves the picture
    stem: tuple  # size and stride of the first convolution
    grey: tuple  # what is taken from the values, and what they are then divided by
    epochs: int
    rate: float  # largest learning rate; it rises over the first twentieth and falls to 0 along a cosine
    turn: float  # largest angle of a patch, in radians, to both sides
    mirror: bool
    shift: float
    stretch: float  # of size and of contrast: between exp(-stretch) and exp(stretch)
    negatives: float  # for each positive in an epoch
    attentive: bool = True
    batch: int = 64


def convolution(x, channels, size, stride=1):
    weight = keras.regularizers.L2(1e-4)
    x = layers.Conv2D(channels, size, strides=stride, padding="same", use_bias=False, kernel_regularizer=weight)(x)
    return layers.BatchNormalization(momentum=0.95)(x)


def attention(x):
    """Squeeze and excitation (doi:10.1109/CVPR.2018.00745)."""
    channels = x.shape[-1]
    weight = layers.GlobalAveragePooling2D(keepdims=True)(x)
    weight = layers.Dense(max(channels // 4, 8), activation="relu")(weight)
    return layers.Multiply()([x, layers.Dense(channels, activation="sigmoid")(weight)])


def residual(x, channels, stride, attentive):
    y = layers.ReLU()(convolution(x, channels, 3, stride))
    y = convolution(y, channels, 3)
    if attentive:
        y = attention(y)
    if stride > 1:
        x = layers.AveragePooling2D(stride, padding="same")(x)
    if x.shape[-1] != channels:
        x = convolution(x, channels, 1)
    return layers.ReLU()(layers.Add()([x, y]))


def network(plan):
    """Patch in 0…1 to one logit. What lies in the middle counts apart from what lies around."""
    image = keras.Input((plan.size, plan.size, 1))
    x = layers.Rescaling(1 / plan.grey[1], -plan.grey[0] / plan.grey[1])(image)
    x = layers.ReLU()(convolution(layers.Cropping2D(plan.margin)(x), plan.widths[0], *plan.stem))
    for width in plan.widths[1:]:
        x = residual(x, width, 2, plan.attentive)
    around = layers.GlobalAveragePooling2D()(x)
    middle = layers.GlobalAveragePooling2D()(layers.Cropping2D((x.shape[1] - 3) // 2)(x))
    both = layers.Dropout(0.3)(layers.Concatenate()([around, middle]))
    return keras.Model(image, layers.Dense(1)(both))


def changed(x, plan, random):
    """The patches turned, mirrored, scaled, shifted, with another contrast, brightness and noise."""
    n, middle = len(x), (plan.size - 1) / 2
    angle, scale = random.uniform(-plan.turn, plan.turn, n), numpy.exp(random.uniform(-plan.stretch, plan.stretch, n))
    mirror = random.choice([-1, 1], n) if plan.mirror else numpy.ones(n)
    cosine, sine = numpy.cos(angle) / scale, numpy.sin(angle) / scale
    a, b, c, d = cosine * mirror, -sine, sine * mirror, cosine
    shift, zero = random.uniform(-plan.shift, plan.shift, (n, 2)), numpy.zeros(n)
    rows = [a, b, middle * (1 - a - b) + shift[:, 0], c, d, middle * (1 - c - d) + shift[:, 1], zero, zero]
    y = tensorflow.raw_ops.ImageProjectiveTransformV3(
        images=x, transforms=numpy.stack(rows, 1).astype(numpy.float32), output_shape=[plan.size, plan.size],
        fill_value=0.0, interpolation="BILINEAR", fill_mode="REFLECT").numpy()
    contrast, brightness, noise = (
        random.uniform(low, high, (n, 1, 1, 1)) for low, high in [(-plan.stretch, plan.stretch), (-0.05, 0.05), (0, 0.02)])
    y = (y - plan.grey[0]) * numpy.exp(contrast) + plan.grey[0] + brightness + random.normal(0, 1, y.shape) * noise
    return numpy.clip(y, 0, 1).astype(numpy.float32)


def epoch_of(labels, plan, random):
    """All positives and so many times as many negatives, in any order; negatives beyond those that there are do not count."""
    positives, negatives = numpy.flatnonzero(labels == 1), numpy.flatnonzero(labels == 0)
    count = min(len(negatives), int(len(positives) * plan.negatives))
    return random.permutation(numpy.concatenate([positives, random.choice(negatives, count, replace=False)]))


def trained(x, labels, plan, seed):
    """A network fitted to patches [N, size, size, 1] in 0…1: Adam, label smoothing, averaged weights."""
    keras.utils.set_random_seed(seed)
    random = numpy.random.default_rng(seed)
    model = network(plan)
    steps = len(epoch_of(labels, plan, numpy.random.default_rng(0))) // plan.batch * plan.epochs
    rate = keras.optimizers.schedules.CosineDecay(1e-4, steps, warmup_target=plan.rate, warmup_steps=steps // 20)
    optimizer = keras.optimizers.Adam(rate, use_ema=True, ema_momentum=0.99)
    step = step_of(model, optimizer)
    for epoch in range(plan.epochs):
        start, order, values = time.time(), epoch_of(labels, plan, random), []
        for at in range(0, len(order) - plan.batch + 1, plan.batch):
            chosen = order[at : at + plan.batch]
            values.append(float(step(changed(x[chosen], plan, random), labels[chosen, None].astype(numpy.float32))))
        print(f"  epoch {epoch + 1}/{plan.epochs}: loss {numpy.mean(values):.4f}, {time.time() - start:.0f} s", flush=True)
    optimizer.finalize_variable_values(model.trainable_variables)
    return model


def step_of(model, optimizer):
    loss = keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.02)
    weights = model.trainable_variables
    optimizer.build(weights)

    @tensorflow.function
    def step(image, truth):
        with tensorflow.GradientTape() as tape:
            value = loss(truth, model(image, training=True)) + tensorflow.add_n(model.losses)
        optimizer.apply_gradients(zip(tape.gradient(value, weights), weights))
        return value

    return step


def kept(file, plan, fit):
    """The network whose weights are in the file; where there are none yet, the fitted one, and its weights are put there."""
    if file.exists():
        model = network(plan)
        model.load_weights(file)
        return model
    model = fit()
    model.save_weights(file)
    return model


def on_one_thread():
    """Sums in one order, so that a run can be repeated."""
    keras.utils.set_random_seed(0)
    tensorflow.config.threading.set_intra_op_parallelism_threads(1)
    tensorflow.config.threading.set_inter_op_parallelism_threads(1)


def in_batches(ask, x, size=64):
    return numpy.concatenate([numpy.asarray(ask(x[at : at + size])) for at in range(0, len(x), size)])
