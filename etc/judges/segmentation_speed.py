#!/usr/bin/env python3
"""Writes with highdicom the segmentation that `tandem bench seg` writes, and says how long it took.

  segmentation_speed.py FOLDER binary|deflated|labelmap ROUNDS

FOLDER/images/*.dcm are the source's headers, FOLDER/labels.raw a byte a voxel, z-y-x: the number of its segment. Only what
makes the object and writes it is timed, not reading these. Prints, by tabs: median seconds, bytes of the file, most
bytes that the process held above what the inputs take. Exit 77 without highdicom.
"""

import pathlib
import resource
import statistics
import sys
import time
import warnings

warnings.simplefilter("ignore")
try:
    import highdicom
    import numpy
    import pydicom
    from pydicom.sr.codedict import codes
    from pydicom.uid import DeflatedExplicitVRLittleEndian
except ImportError as missing:
    print(f"SKIPPED: {missing}")
    sys.exit(77)


def segment(number):
    return highdicom.seg.SegmentDescription(
        number, f"Organ {number}", codes.SCT.AnatomicalStructure, codes.SCT.Organ, "AUTOMATIC",
        highdicom.AlgorithmIdentificationSequence("bench", codes.DCM.ArtificialIntelligence, "1"),
        tracking_uid=highdicom.UID(), tracking_id=f"Organ {number}")


def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def write(images, labels, coding, file):
    seg = highdicom.seg.Segmentation(
        source_images=images, pixel_array=labels,
        segmentation_type="LABELMAP" if coding == "labelmap" else "BINARY",
        segment_descriptions=[segment(n) for n in range(1, int(labels.max()) + 1)],
        series_instance_uid=highdicom.UID(), series_number=1, sop_instance_uid=highdicom.UID(), instance_number=1,
        manufacturer="highdicom", manufacturer_model_name="bench", software_versions="1", device_serial_number="1")
    if coding == "deflated":
        seg.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    seg.save_as(file)


def main(folder, coding, rounds):
    folder = pathlib.Path(folder)
    images = [pydicom.dcmread(path) for path in (folder / "images").glob("*.dcm")]
    images.sort(key=lambda image: float(image.ImagePositionPatient[2]))
    shape = (len(images), images[0].Rows, images[0].Columns)
    labels = numpy.fromfile(folder / "labels.raw", numpy.uint8).reshape(shape)
    file = folder / "highdicom.dcm"
    before = resident()
    seconds = []
    for _ in range(int(rounds)):
        start = time.perf_counter()
        write(images, labels, coding, file)
        seconds.append(time.perf_counter() - start)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{statistics.median(seconds)}\t{file.stat().st_size}\t{max(0, most - before)}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
