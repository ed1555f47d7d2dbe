"""Writes the SavedModel of the test model "four-sequences": of FLAIR, T1c, T1, T2 what T1c adds to T1, and FLAIR to T2, cut to 0 … 1.

Run by developers only (TensorFlow 2.16 or later): python make_four_sequences.py
"""
import pathlib

import tensorflow as tf


class FourSequences(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None, None, None, None, 4], tf.float32, name="img")])
    def serve(self, img):
        flair, t1c, t1, t2 = tf.unstack(img, axis=-1)
        return {"prob": tf.clip_by_value(tf.stack([t1c - t1, flair - t2], axis=-1), 0.0, 1.0)}


module = FourSequences()
folder = pathlib.Path(__file__).parent / "four-sequences/1.0.0/saved_model"
tf.saved_model.save(module, str(folder), signatures={"serving_default": module.serve})
(folder / "fingerprint.pb").unlink(missing_ok=True)
