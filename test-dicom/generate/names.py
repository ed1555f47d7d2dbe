#!/usr/bin/env python3
"""Makes jp-name/: one small MR image whose patient's name is the example of PS3.5 H.3.1.

    python3 test-dicom/generate/names.py
"""

import numpy
from synthetic import MR_IMAGE_STORAGE, TEST_DICOM, empty_folder, image, pixels, save, slice_geometry, uid, window

NAME = "Yamada^Tarou=山田^太郎=やまだ^たろう"

if __name__ == "__main__":
    data = image(MR_IMAGE_STORAGE, "jp-name", 1, (NAME, "TANDEM-0003"))
    data.SpecificCharacterSet = ["", "ISO 2022 IR 87"]
    data.ImageType = ["DERIVED", "SECONDARY", "OTHER"]
    data.Modality = "MR"
    data.BodyPartExamined = "BRAIN"
    data.ScanningSequence = "GR"
    data.SequenceVariant = "SP"
    data.ScanOptions = ""
    data.MRAcquisitionType = "2D"
    data.RepetitionTime = data.EchoTime = data.EchoTrainLength = None
    slice_geometry(data, (0, 0, 0), ((1, 0, 0), (0, 1, 0)), (1, 1, 1), uid("jp-name", "frame of reference"))
    pixels(data, numpy.arange(256).reshape(16, 16), 12)
    window(data, 128, 256)
    save(data, empty_folder(TEST_DICOM / "jp-name") / "IM0001.dcm")
