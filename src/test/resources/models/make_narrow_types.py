"""Writes the SavedModel of the test model "narrow-types": inputs come back, some doubled, in halves, bytes, whole numbers.

Mixed precision networks compute and answer in halves, quantised ones take and give bytes; int32 is what sums of bytes are kept in.
Run by developers only (TensorFlow 2.16 or later): python make_narrow_types.py
"""
import pathlib
import tensorflow as tf


class NarrowTypes(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, name="mixed"),
                                  tf.TensorSpec([None], tf.int8, name="signed"),
                                  tf.TensorSpec([None], tf.uint8, name="unsigned"),
                                  tf.TensorSpec([None], tf.float16, name="half"),
                                  tf.TensorSpec([None], tf.bfloat16, name="brain")])
    def __call__(self, mixed, signed, unsigned, half, brain):
        return {"halves": tf.cast(mixed, tf.float16) * tf.constant(2, tf.float16),
                "brain_floats": tf.cast(mixed, tf.bfloat16), "signed_sum": 2 * tf.cast(signed, tf.int32),
                "unsigned_same": unsigned + tf.constant(0, tf.uint8), "half_doubled": half * tf.constant(2, tf.float16),
                "brain_doubled": tf.cast(brain, tf.float32) * 2, "words": tf.as_string(signed)}


folder = pathlib.Path(__file__).parent / "narrow-types" / "1.0.0" / "saved_model"
module = NarrowTypes()
tf.saved_model.save(module, str(folder), signatures=module.__call__.get_concrete_function())
(folder / "fingerprint.pb").unlink(missing_ok=True)
