#!/usr/bin/env python3
"""Makes dx-chest/, cr-hand/ and mg-breast/: radiographs and mammograms, drawn, without a frame of reference.

    python3 test-dicom/generate/projection.py

Each picture is ellipses on an empty field, brighter where more was in the beam, and one mark that is brighter than all
else in it, so that a threshold finds it. A mark's pixels are means over the pixel, as in sphere.py.
"""

import numpy
from ellipse import Ellipse, over, told
from pydicom.sequence import Sequence
from synthetic import (
    CR_IMAGE_STORAGE,
    DX_IMAGE_STORAGE,
    MG_IMAGE_STORAGE,
    TEST_DICOM,
    code,
    decimal,
    empty_folder,
    image,
    item,
    pixels,
    save,
    window,
)

MAX = 4095  # 12 bits
MARK = 4000
BRIGHTER_THAN_ALL_ELSE = 2550

CHEST_PA = [
    (Ellipse(80, 100, 72, 92), 1500),  # body
    (Ellipse(47, 85, 26, 58, 6), 500),  # the patient's right lung, left in the picture
    (Ellipse(112, 85, 24, 56, -6), 520),
    (Ellipse(80, 95, 9, 95), 2000),  # spine
    (Ellipse(92, 118, 28, 20, 25), 1900),  # heart
]
CHEST_LATERAL = [
    (Ellipse(62, 92, 56, 88), 1600),
    (Ellipse(60, 82, 38, 56, 10), 600),
    (Ellipse(98, 96, 10, 80), 2200),
    (Ellipse(42, 112, 24, 20), 1950),
]
HAND = [
    (Ellipse(48, 84, 30, 32), 1300),
    *((Ellipse(22 + 17 * k, 40 - 6 * (k in (1, 2)), 6, 30), 1400) for k in range(4)),
    (Ellipse(82, 88, 6, 24, 40), 1400),
    *((Ellipse(22 + 17 * k, 42 - 6 * (k in (1, 2)), 2.5, 26), 2300) for k in range(4)),
]
BREAST_CC = [(Ellipse(0, 64, 78, 54), 1400), (Ellipse(10, 62, 50, 32), 1900)]
BREAST_MLO = [
    (Ellipse(0, 76, 74, 50), 1400),
    (Ellipse(8, 76, 46, 28), 1900),
    (Ellipse(0, 0, 40, 62, 20), 2300),  # muscle
]


def drawn(rows, columns, ellipses, mark):
    picture = numpy.full((rows, columns), 150.0)
    for ellipse, value in ellipses:
        picture = over(picture, ellipse, value)
    return over(picture, mark, MARK) if mark else picture


def two_dimensional(sop_class, set_name, number, person):
    data = image(sop_class, set_name, number, person)
    data.ImageType = ["DERIVED", "PRIMARY", ""]
    data.BurnedInAnnotation = "NO"
    data.LossyImageCompression = "00"
    return data


def grey(data, picture, inverse=False):
    """Inverse: low values are to be shown bright."""
    values = numpy.rint(picture)
    pixels(data, MAX - values if inverse else values, 12)
    if inverse:
        data.PhotometricInterpretation = "MONOCHROME1"
    window(data, MAX - 2000 if inverse else 2000, 4000)


def digital_x_ray(data, picture, inverse=False):
    """DX modules that radiographs and mammograms share (PS3.3 C.8.11.1, C.8.11.3)."""
    data.PresentationIntentType = "FOR PRESENTATION"
    data.PixelIntensityRelationship = "LOG"
    data.PixelIntensityRelationshipSign = 1 if inverse else -1
    data.RescaleIntercept, data.RescaleSlope, data.RescaleType = "0", "1", "US"
    data.PresentationLUTShape = "INVERSE" if inverse else "IDENTITY"
    data.DetectorType = "DIRECT"
    data.AcquisitionContextSequence = Sequence([])
    grey(data, picture, inverse)


# view position, view, patient orientation, size, ellipses, mark
CHEST = [
    ("PA", code("272479007", "postero-anterior"), ["L", "F"], (192, 160), CHEST_PA, Ellipse(50, 70, 8, 8)),
    ("LL", code("399173006", "left lateral"), ["P", "F"], (176, 128), CHEST_LATERAL, Ellipse(66, 64, 8, 8)),
]


def chest():
    """Two matrix sizes and both photometric interpretations in one series."""
    folder = empty_folder(TEST_DICOM / "dx-chest")
    for number, (position, view, orientation, size, ellipses, mark) in enumerate(CHEST, 1):
        data = two_dimensional(DX_IMAGE_STORAGE, "dx-chest", number, ("Tandem^Chest", "TANDEM-0005"))
        data.Modality = "DX"
        data.BodyPartExamined = "CHEST"
        data.AnatomicRegionSequence = Sequence([code("816094009", "Chest")])
        data.ImageLaterality = "U"
        data.PositionerType = "NONE"
        data.ViewPosition = position
        data.ViewCodeSequence = Sequence([view])
        data.PatientOrientation = orientation
        data.ImagerPixelSpacing = [decimal(2.1), decimal(2.1)]
        picture = drawn(*size, ellipses, mark)
        digital_x_ray(data, picture, inverse=position == "PA")
        save(data, folder / f"IM{number:04d}.dcm")
        told(f"dx-chest {position}", picture > BRIGHTER_THAN_ALL_ELSE, mark)


def hand():
    ring = Ellipse(39.4, 52.7, 5.5, 3.5)
    data = two_dimensional(CR_IMAGE_STORAGE, "cr-hand", 1, ("Tandem^Hand", "TANDEM-0006"))
    data.Modality = "CR"
    data.BodyPartExamined = "HAND"
    data.Laterality = "L"
    data.ViewPosition = "PA"
    data.PatientOrientation = ["L", "H"]  # fingers up, thumb to the right
    data.PixelSpacing = [decimal(1.5), decimal(1.25)]
    data.PixelSpacingCalibrationType = "FIDUCIAL"
    data.PixelSpacingCalibrationDescription = "drawn"
    data.ImagerPixelSpacing = [decimal(1.65), decimal(1.375)]
    picture = drawn(128, 96, HAND, ring)
    grey(data, picture)
    save(data, empty_folder(TEST_DICOM / "cr-hand") / "IM0001.dcm")
    told("cr-hand", picture > BRIGHTER_THAN_ALL_ELSE, ring)


# laterality, view, patient orientation (PS3.3 C.7.6.1.1.1), ellipses, where the mark is
MAMMOGRAMS = [
    ("R", "CC", ["P", "L"], BREAST_CC, None),
    ("L", "CC", ["A", "R"], BREAST_CC, Ellipse(34, 50, 6, 5)),
    ("R", "MLO", ["P", "FL"], BREAST_MLO, None),
    ("L", "MLO", ["A", "FR"], BREAST_MLO, Ellipse(36, 90, 6, 5, 30)),
]
VIEWS = {"CC": code("399162004", "cranio-caudal"), "MLO": code("399368009", "medio-lateral oblique")}


def breast():
    folder = empty_folder(TEST_DICOM / "mg-breast")
    for number, (side, view, orientation, ellipses, mark) in enumerate(MAMMOGRAMS, 1):
        data = two_dimensional(MG_IMAGE_STORAGE, "mg-breast", number, ("Tandem^Breast", "TANDEM-0007"))
        data.PatientSex = "F"
        data.Modality = "MG"
        data.BodyPartExamined = "BREAST"
        data.AnatomicRegionSequence = Sequence([code("76752008", "Breast")])
        data.OrganExposed = "BREAST"
        data.PositionerType = "MAMMOGRAPHIC"
        data.PositionerPrimaryAngle = {"CC": "0", "MLO": "45"}[view]
        data.ImageLaterality = side
        data.ViewPosition = view
        data.ViewCodeSequence = Sequence([item_of(VIEWS[view])])
        data.PatientOrientation = orientation
        data.BreastImplantPresent = "NO"
        data.PartialView = "NO"
        data.ImagerPixelSpacing = [decimal(1.4), decimal(1.4)]
        data.EstimatedRadiographicMagnificationFactor = decimal(1.07)
        picture = drawn(128, 96, ellipses, mark)
        digital_x_ray(data, picture[:, ::-1] if side == "R" else picture)
        save(data, folder / f"{side}{view}.dcm")
        if mark:
            told(f"mg-breast {side}{view}", picture > BRIGHTER_THAN_ALL_ELSE, mark)


def item_of(view):
    """A view with its modifiers, of which there are none."""
    return item(**{element.keyword: element.value for element in view}, ViewModifierCodeSequence=Sequence([]))


if __name__ == "__main__":
    chest()
    hand()
    breast()
