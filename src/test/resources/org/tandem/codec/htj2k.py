"""High-Throughput JPEG 2000 by OpenJPH, which codes and decodes, and by OpenJPEG, which decodes.

compress SYNTAX IN OUT    SYNTAX is 201, 202 or 203, the end of 1.2.840.10008.1.2.4.SYNTAX; 203 is lossy.
openjph IN OUT            decompressed by OpenJPH
openjpeg IN OUT           decompressed by OpenJPEG

One such line of words, separated by tabs, for each file on the standard input; each is answered "done" or "refused".
"""
import sys
import traceback

import imagecodecs
import numpy
import pydicom
from pydicom.encaps import encapsulate, generate_frames
from pydicom.uid import UID, ExplicitVRLittleEndian


def kind(dataset):
    name = f"{'i' if dataset.PixelRepresentation else 'u'}{dataset.BitsAllocated // 8}"
    return numpy.dtype(name).newbyteorder("<")


def frames(dataset):
    samples = dataset.SamplesPerPixel
    shape = (dataset.Rows, dataset.Columns) + ((samples,) if samples > 1 else ())
    count = int(dataset.get("NumberOfFrames", 1))
    pixels = numpy.frombuffer(dataset.PixelData, kind(dataset), count * int(numpy.prod(shape)))
    return pixels.reshape((count, *shape)).astype(kind(dataset).newbyteorder("="))


def compress(syntax, source, target):
    dataset = pydicom.dcmread(source)
    reversible = syntax != "203"
    rgb = dataset.PhotometricInterpretation == "RGB"
    coded = [imagecodecs.htj2k_encode(numpy.ascontiguousarray(frame), reversible=reversible, rgb=rgb)
             for frame in frames(dataset)]
    if rgb:
        dataset.PhotometricInterpretation = "YBR_RCT" if reversible else "YBR_ICT"
    dataset.PixelData = encapsulate(coded)
    dataset["PixelData"].VR = "OB"
    dataset["PixelData"].is_undefined_length = True
    dataset.file_meta.TransferSyntaxUID = UID("1.2.840.10008.1.2.4." + syntax)
    dataset.save_as(target)


def decompress(decode, source, target):
    dataset = pydicom.dcmread(source)
    count = int(dataset.get("NumberOfFrames", 1))
    pixels = b""
    for coded in generate_frames(dataset.PixelData, number_of_frames=count):
        frame = decode(coded)
        if frame.ndim == 3 and frame.shape[0] == dataset.SamplesPerPixel != frame.shape[-1]:
            frame = numpy.moveaxis(frame, 0, -1)
        assert frame.dtype.kind == kind(dataset).kind, frame.dtype
        pixels += frame.astype(kind(dataset)).tobytes()
    if dataset.PhotometricInterpretation in ("YBR_RCT", "YBR_ICT"):
        dataset.PhotometricInterpretation = "RGB"
    if dataset.SamplesPerPixel > 1:
        dataset.PlanarConfiguration = 0
    dataset.PixelData = pixels + b"\0" * (len(pixels) % 2)
    dataset["PixelData"].VR = "OB" if dataset.BitsAllocated == 8 else "OW"
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(target)


def answer(words):
    try:
        if words[0] == "compress":
            compress(*words[1:])
        else:
            decompress({"openjph": imagecodecs.htj2k_decode, "openjpeg": imagecodecs.jpeg2k_decode}[words[0]], *words[1:])
        return "done"
    except Exception:
        traceback.print_exc()
        return "refused"


for line in sys.stdin:
    print(answer(line.rstrip("\n").split("\t")), flush=True)
