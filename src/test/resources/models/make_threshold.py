"""Writes the SavedModel of the test model "threshold": prob = sigmoid((x - 0.5) * 1000) for each voxel of [1, D, H, W, 1].

Run by developers only (TensorFlow 2.16 or later): python make_threshold.py
"""
import pathlib
import tensorflow as tf


class Threshold(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None, None, None, None, 1], tf.float32, name="img")])
    def __call__(self, img):
        return {"prob": tf.sigmoid((img - 0.5) * 1000.0)}


folder = pathlib.Path(__file__).parent / "threshold" / "1.0.0" / "saved_model"
module = Threshold()
tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
(folder / "fingerprint.pb").unlink(missing_ok=True)
