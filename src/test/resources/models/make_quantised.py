"""Writes the SavedModel of the test model "quantised": each voxel comes back, as a byte that means the same.

The input is int8 with scale 1/255 and zero point -128, the output uint8 with scale 1/255 and zero point 0: 0 to 1 either way, as
a network of whole numbers has them. Run by developers only (TensorFlow 2.16 or later): python make_quantised.py
"""
import pathlib
import tensorflow as tf


class Quantised(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None, None, None, None, 1], tf.int8, name="img")])
    def __call__(self, img):
        return {"prob": tf.cast(tf.cast(img, tf.int32) + 128, tf.uint8)}


folder = pathlib.Path(__file__).parent / "quantised" / "1.0.0" / "saved_model"
module = Quantised()
tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
(folder / "fingerprint.pb").unlink(missing_ok=True)
