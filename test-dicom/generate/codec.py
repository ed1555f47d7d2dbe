#!/usr/bin/env python3
"""Makes codec/: small images that dcmtk compressed, and expected.tsv, what dcmtk decompressed them to.

    python3 test-dicom/generate/codec.py

Made with dcmtk 3.6.7 (dcmcjpeg, dcmdjpeg, dcmcjpls, dcmdjpls, dcmcrle, dcmdrle) on the path.
"""

import hashlib
import pathlib
import subprocess
import tempfile

import numpy
import pydicom
from synthetic import SECONDARY_CAPTURE_STORAGE, TEST_DICOM, empty_folder, image, pixels, save

ROWS, COLUMNS = 23, 33

# name, program, options, bits stored, signed, samples, program and options that judge
FIXTURES = [
    ("jpeg-lossless-sv1", "dcmcjpeg", "+e1 +un", 16, True, 1, "dcmdjpeg +cn"),
    ("jpeg-lossless-predictor-6", "dcmcjpeg", "+el +sv 6 +un", 12, False, 1, "dcmdjpeg +cn"),
    ("jpeg-lossless-colour", "dcmcjpeg", "+e1 +un", 8, False, 3, "dcmdjpeg +cn"),
    ("jpeg-baseline-422", "dcmcjpeg", "+eb +q 80 +un", 8, False, 3, "dcmdjpeg +cn"),
    ("jpeg-baseline-411", "dcmcjpeg", "+eb +q 80 +np +un", 8, False, 3, "dcmdjpeg +cn"),
    ("jpeg-extended-12", "dcmcjpeg", "+ee +q 80 +un", 12, False, 1, "dcmdjpeg +cn"),
    ("jpeg-progressive", "dcmcjpeg", "+ep +q 80 +un", 8, False, 1, "dcmdjpeg +cn"),
    ("jpeg-ls-lossless", "dcmcjpls", "+el +un", 12, False, 1, "dcmdjpls"),
    ("jpeg-ls-near-3", "dcmcjpls", "+en +md 3 +un", 12, False, 1, "dcmdjpls"),
    ("jpeg-ls-by-sample", "dcmcjpls", "+el +is +un", 8, False, 3, "dcmdjpls"),
    ("rle", "dcmcrle", "+un", 16, True, 1, "dcmdrle"),
]


def picture(bits, signed, samples):
    """A ball before soft stripes, the extremes in the corners."""
    y, x = numpy.mgrid[0:ROWS, 0:COLUMNS]
    planes = []
    for sample in range(samples):
        ball = numpy.hypot(x - 12 - 4 * sample, y - 11) < 8
        planes.append(0.15 + 0.6 * ball + 0.1 * numpy.sin(x / 4 + sample) + 0.05 * numpy.cos(y / 3))
    values = numpy.round(numpy.clip(numpy.stack(planes, -1), 0, 1) * ((1 << bits) - 1)).astype(int)
    values[0, 0], values[-1, -1] = (1 << bits) - 1, 0
    return values - (1 << bits - 1) if signed else values


def original(name, bits, signed, samples):
    data = image(SECONDARY_CAPTURE_STORAGE, "codec/" + name, 1)
    data.Modality = "OT"
    data.ConversionType = "WSD"
    data.ImageType = ["DERIVED", "SECONDARY"]
    data.Laterality = data.PatientOrientation = ""
    values = picture(bits, signed, samples)
    pixels(data, values[:, :, 0], bits, signed)
    if bits == 8:
        data.BitsAllocated = 8
        data.SamplesPerPixel = samples
        raw = values.astype("u1").tobytes()
        data.PixelData = raw + bytes(len(raw) % 2)
        data["PixelData"].VR = "OB"
        if samples == 3:
            data.PhotometricInterpretation = "RGB"
            data.PlanarConfiguration = 0
    return data


def cells(path):
    """Cells as they stand, little endian, the samples of a pixel side by side."""
    data = pydicom.dcmread(path)
    width = data.BitsAllocated // 8
    count = data.Rows * data.Columns * data.SamplesPerPixel
    values = numpy.frombuffer(data.PixelData[: count * width], f"<u{width}")
    if data.SamplesPerPixel > 1 and data.PlanarConfiguration == 1:
        values = values.reshape(data.SamplesPerPixel, -1).T
    return values.tobytes()


if __name__ == "__main__":
    folder = empty_folder(TEST_DICOM / "codec")
    lines = ["# file, SHA-256 of the cells (little endian, pixel by pixel) as the judge decompressed them, judge"]
    with tempfile.TemporaryDirectory() as name:
        plain, judged = pathlib.Path(name, "plain.dcm"), pathlib.Path(name, "judged.dcm")
        for title, program, options, bits, signed, samples, judge in FIXTURES:
            save(original(title, bits, signed, samples), plain)
            subprocess.run([program, *options.split(), plain, folder / f"{title}.dcm"], check=True)
            subprocess.run([*judge.split(), folder / f"{title}.dcm", judged], check=True)
            lines.append(f"{title}.dcm\t{hashlib.sha256(cells(judged)).hexdigest()}\t{judge}")
    (folder / "expected.tsv").write_text("\n".join(lines) + "\n")
