"""Writes the SavedModel of the test model "picture": of [N, 8, 8, 1] the mean, a hundred times the mean, and all of it.

Run by developers only (TensorFlow 2.16 or later): python make_picture.py
"""
import pathlib
import tensorflow as tf


class Picture(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None, 8, 8, 1], tf.float32, name="image")])
    def __call__(self, image):
        mean = tf.reduce_mean(image, [1, 2])
        return {"bright": mean, "percent": mean * 100.0, "spots": tf.identity(image)}


folder = pathlib.Path(__file__).parent / "picture" / "1.0.0" / "saved_model"
module = Picture()
tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
(folder / "fingerprint.pb").unlink(missing_ok=True)
