"""Writes the SavedModels of the test model "ensemble": of [N, D, H, W, 1], one says each value and the first of them, another their squares.

Run by developers only (TensorFlow 2.16 or later): python make_ensemble.py
"""
import pathlib
import tensorflow as tf

VOLUMES = tf.TensorSpec([None, None, None, None, 1], tf.float32, name="img")


class Values(tf.Module):
    @tf.function(input_signature=[VOLUMES])
    def __call__(self, img):
        return {"map": tf.identity(img), "score": img[:, 0, 0, 0, :]}


class Squares(tf.Module):
    @tf.function(input_signature=[VOLUMES])
    def __call__(self, img):
        return {"map": img * img, "score": img[:, 0, 0, 0, :] ** 2}


for name, module in [("values", Values()), ("squares", Squares())]:
    folder = pathlib.Path(__file__).parent / "ensemble" / "1.0.0" / f"saved_model_{name}"
    tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
    (folder / "fingerprint.pb").unlink(missing_ok=True)
