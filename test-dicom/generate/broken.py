#!/usr/bin/env python3
"""Makes broken/: files and series that a node must refuse, or keep, with a reason and without falling over.

    python3 test-dicom/generate/broken.py

Files: what is wrong is in the name. Series (folders): 8 CT slices of 16 x 16 pixels, 1 x 1 x 2 mm, with one fault each.
"""

import numpy
from synthetic import (
    CT_IMAGE_STORAGE,
    TEST_DICOM,
    empty_folder,
    image,
    pixels,
    save,
    slice_geometry,
    uid,
    window,
)

FOLDER = TEST_DICOM / "broken"
AXIAL = ((1, 0, 0), (0, 1, 0))
SAGITTAL = ((0, 1, 0), (0, 0, -1))
SPACING = (1, 1, 2)
SLICES = 8
SHORT_META = 200  # bytes: preamble, "DICM" and a part of group 0002


def ct(name, number, z):
    data = image(CT_IMAGE_STORAGE, "broken/" + name, number, ("Tandem^Broken", "TANDEM-0004"))
    data.ManufacturerModelName = name
    data.ImageType = ["DERIVED", "SECONDARY", "AXIAL"]
    data.Modality = "CT"
    data.BodyPartExamined = "ABDOMEN"
    data.KVP = None
    slice_geometry(data, (0, 0, z), AXIAL, SPACING, uid("broken/" + name, "frame of reference"))
    data.RescaleIntercept, data.RescaleSlope, data.RescaleType = "-1024", "1", "HU"
    pixels(data, numpy.full((16, 16), 1024 + number), 12)
    window(data, 0, 400)
    return data


def series(name, fault):
    """Writes a series after fault(data, k) has changed slice k; where it answers False the slice is left out."""
    folder = FOLDER / name
    folder.mkdir()
    for k in range(SLICES):
        data = ct(name, k + 1, k * SPACING[2])
        if fault(data, k) is not False:
            save(data, folder / f"IM{k + 1:04d}.dcm")


def missing_spacing(data, k):
    del data.PixelSpacing


def missing_geometry(data, k):
    del data.ImagePositionPatient
    del data.ImageOrientationPatient


def two_orientations(data, k):
    if k >= SLICES // 2:
        slice_geometry(data, (k * SPACING[2], 0, 16), SAGITTAL, SPACING, data.FrameOfReferenceUID)


def duplicate_positions(data, k):
    if k == 5:
        data.ImagePositionPatient = ["0", "0", str(4 * SPACING[2])]


def gap(data, k):
    return k != 4


def mixed_patient(data, k):
    if k == 3:
        data.PatientID = "TANDEM-0005"
        data.PatientName = "Tandem^Other"


def whole(name):
    """A sound file's bytes, from which the broken ones are cut."""
    path = FOLDER / name
    save(ct(name, 1, 0), path)
    return path.read_bytes()


def odd_length(data):
    """Patient ID without its padding: 11 bytes, explicit VR, so that everything after it is still well formed."""
    element = b"\x10\x00\x20\x00LO"
    at = data.index(element)
    return data[: at + 6] + (11).to_bytes(2, "little") + b"TANDEM-0004" + data[at + 8 + 12 :]


def unclosed_sequence(data):
    """A sequence of undefined length in the place of the pixel data, whose item never ends."""
    at = data.index(b"\x28\x00\x02\x00US")
    return data[:at] + b"\x20\x00\x22\x92SQ\x00\x00\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff"


def length_past_the_end(data):
    """Pixel data that claim 0xFFFFFFF0 bytes."""
    at = data.index(b"\xe0\x7f\x10\x00OW")
    return data[: at + 8] + b"\xf0\xff\xff\xff" + data[at + 12 :]


def files():
    (FOLDER / "empty.dcm").write_bytes(b"")
    (FOLDER / "not-dicom.dcm").write_text("This is a text file with the name of a DICOM file.\n" * 8)
    faults = {
        "truncated.dcm": lambda data: data[:-100],
        "cut-in-meta.dcm": lambda data: data[:SHORT_META],
        "odd-length.dcm": odd_length,
        "unclosed-sequence.dcm": unclosed_sequence,
        "length-past-the-end.dcm": length_past_the_end,
    }
    for name, fault in faults.items():
        (FOLDER / name).write_bytes(fault(whole(name)))


if __name__ == "__main__":
    empty_folder(FOLDER)
    files()
    for fault in (missing_spacing, missing_geometry, two_orientations, duplicate_positions, gap, mixed_patient):
        series(fault.__name__.replace("_", "-"), fault)
