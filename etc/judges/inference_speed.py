#!/usr/bin/env python3
"""Runs a SavedModel with TensorFlow's own Python runtime, on the tensors that `tandem bench infer` gives to Tandem.

  inference_speed.py SAVED_MODEL FOLDER THREADS

FOLDER/inputs.tsv has a line for each input: name, extents by commas, file of little-endian floats. After a first call, whose
answers are left in FOLDER/answer-NAME.raw, it prints "ready"; then for each line "ROWS SECONDS CALLS" of standard input it calls the
signature with so many objects at once for so long, at least so many times, and prints objects, seconds and by commas the
milliseconds of each call. What a caller in Python has to do is timed: from arrays of numpy to arrays of numpy. Exit 77
without TensorFlow.
"""

import os
import pathlib
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["CUDA_VISIBLE_DEVICES"] = os.environ.get("CUDA_VISIBLE_DEVICES", "")
try:
    import numpy
    import tensorflow
except ImportError as missing:
    print(f"SKIPPED: {missing}")
    sys.exit(77)


def inputs(folder):
    for line in (folder / "inputs.tsv").read_text().splitlines():
        name, extents, file = line.split("\t")
        shape = [int(extent) for extent in extents.split(",")]
        yield name, numpy.fromfile(folder / file, "<f4").reshape(shape)


def call(signature, arrays):
    answers = signature(**{name: tensorflow.constant(array) for name, array in arrays.items()})
    return {name: answer.numpy() for name, answer in answers.items()}


def main(saved_model, folder, threads):
    tensorflow.config.threading.set_intra_op_parallelism_threads(int(threads))
    tensorflow.config.threading.set_inter_op_parallelism_threads(int(threads))
    folder = pathlib.Path(folder)
    loaded = tensorflow.saved_model.load(saved_model)
    signature = loaded.signatures["serving_default"]
    types = {name: spec.dtype.as_numpy_dtype for name, spec in signature.structured_input_signature[1].items()}
    one = {name: array.astype(types[name]) for name, array in inputs(folder)}
    for name, answer in call(signature, one).items():
        answer.astype("<f4").tofile(folder / f"answer-{name}.raw")
    print("ready", flush=True)
    for line in sys.stdin:
        rows, seconds, least = line.split()
        arrays = {name: numpy.repeat(array, int(rows), axis=0) for name, array in one.items()}
        calls = []
        begun = time.perf_counter()
        while len(calls) < int(least) or time.perf_counter() - begun < float(seconds):
            start = time.perf_counter()
            call(signature, arrays)
            calls.append((time.perf_counter() - start) * 1e3)
        wall = time.perf_counter() - begun
        print(len(calls) * int(rows), wall, ",".join(f"{ms:.4f}" for ms in calls), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
