"""Writes trained functions as SavedModels of one file: weights as constants, nothing that only training needs."""

import hashlib
import shutil

import numpy
import tensorflow
from tensorflow.core.protobuf import meta_graph_pb2, saved_model_pb2
from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

HALVED_FROM = 1024
"""Constants of at least so many values may be stored in half precision; smaller ones save nothing."""


def write(function, input_shape, folder, half=False):
    """`function` takes one float32 tensor named `image` and returns a dict of tensors; their names are the signature's."""
    specification = tensorflow.TensorSpec(input_shape, tensorflow.float32, name="image")
    concrete = tensorflow.function(function, input_signature=[specification]).get_concrete_function()
    names = list(concrete.structured_outputs)
    frozen = convert_variables_to_constants_v2(concrete, lower_control_flow=False)
    graph = frozen.graph.as_graph_def()
    tensors = dict(zip(sorted(names), frozen.outputs))
    if half:
        graph = halved(graph)
    saved = saved_model_pb2.SavedModel(saved_model_schema_version=1)
    meta = saved.meta_graphs.add()
    meta.meta_info_def.tags.append("serve")
    meta.meta_info_def.tensorflow_version = tensorflow.__version__
    meta.graph_def.CopyFrom(graph)
    signature = meta.signature_def["serving_default"]
    signature.method_name = "tensorflow/serving/predict"
    signature.inputs["image"].CopyFrom(tensor_info(frozen.inputs[0]))
    for name in sorted(names):
        signature.outputs[name].CopyFrom(tensor_info(tensors[name]))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "saved_model.pb").write_bytes(saved.SerializeToString(deterministic=True))


def tensor_info(tensor):
    return meta_graph_pb2.TensorInfo(
        name=tensor.name, dtype=tensor.dtype.as_datatype_enum, tensor_shape=tensor.shape.as_proto())


def halved(graph):
    """The graph with its large constants stored in half precision and cast back where they are used."""
    result = tensorflow.compat.v1.GraphDef()
    result.CopyFrom(graph)
    del result.node[:]
    for node in graph.node:
        value = tensorflow.make_ndarray(node.attr["value"].tensor) if node.op == "Const" else None
        if value is None or value.dtype != numpy.float32 or value.size < HALVED_FROM:
            result.node.add().CopyFrom(node)
            continue
        small = result.node.add(name=node.name + "/half", op="Const")
        small.attr["dtype"].type = tensorflow.float16.as_datatype_enum
        small.attr["value"].tensor.CopyFrom(tensorflow.make_tensor_proto(value.astype(numpy.float16)))
        cast = result.node.add(name=node.name, op="Cast", input=[small.name])
        cast.attr["SrcT"].type = tensorflow.float16.as_datatype_enum
        cast.attr["DstT"].type = tensorflow.float32.as_datatype_enum
        cast.attr["Truncate"].b = False
    return result


def load(folder):
    """The written network as a function from array to dict of arrays, as TensorFlow 2 loads it."""
    network = tensorflow.saved_model.load(str(folder)).signatures["serving_default"]
    return lambda image: {name: value.numpy() for name, value in network(image=tensorflow.constant(image)).items()}


def write_digests(version_folder):
    """SHA256SUMS of the network and the licence."""
    files = sorted(path for path in version_folder.rglob("*") if path.is_file())
    listed = [path for path in files if path.parent.name == "saved_model" or path.name == "LICENSE"]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(version_folder)}\n" for path in listed]
    (version_folder / "SHA256SUMS").write_text("".join(lines))
