"""Writes the SavedModel of the test model "two-inputs": difference = first - second, larger = 1 where first > second.

Two inputs show that tensors are matched by name; "larger" is int64, as label maps are.
Run by developers only (TensorFlow 2.16 or later): python make_two_inputs.py
"""
import pathlib
import tensorflow as tf


class TwoInputs(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, name="first"),
                                  tf.TensorSpec([None], tf.float32, name="second")])
    def __call__(self, first, second):
        return {"difference": first - second, "larger": tf.cast(first > second, tf.int64)}


folder = pathlib.Path(__file__).parent / "two-inputs" / "1.0.0" / "saved_model"
module = TwoInputs()
tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
(folder / "fingerprint.pb").unlink(missing_ok=True)
