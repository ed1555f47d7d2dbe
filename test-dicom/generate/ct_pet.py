#!/usr/bin/env python3
"""Makes ct-multiframe/ (one oblique Enhanced CT object) and pet-small/ (PET slices, each with a slope of its own).

    python3 test-dicom/generate/ct_pet.py

Both show a ball, drawn as in sphere.py: voxels are means over the voxel, and none is exactly half way.
"""

import math

import numpy
from pydicom.sequence import Sequence
from sphere import axes, share_in_ball
from synthetic import (
    CT_IMAGE_STORAGE,
    ENHANCED_CT_IMAGE_STORAGE,
    PET_IMAGE_STORAGE,
    TEST_DICOM,
    code,
    decimal,
    empty_folder,
    group,
    image,
    item,
    pixels,
    save,
    slice_geometry,
    uid,
    window,
)


def told(name, inside, ball, origin, directions):
    """Prints what the README states. ball: size, spacing, centre in voxels, radius."""
    _, spacing, _, radius = ball
    z, y, x = (index.mean() for index in numpy.nonzero(inside))
    centroid = origin + (numpy.array([x, y, z]) * spacing) @ directions
    print(
        f"{name}: analytic {4 / 3 * math.pi * radius**3:.1f} mm3, above half {inside.sum()} voxels ="
        f" {inside.sum() * spacing.prod():.1f} mm3, centroid {numpy.round(centroid, 2).tolist()}"
    )


SOURCE_IMAGE = code("121322", "Source image for image processing operation", "DCM")


def said(data):
    return {element.keyword: element.value for element in data}


def dimension(pointer, organization):
    return item(
        DimensionOrganizationUID=organization, DimensionIndexPointer=pointer, FunctionalGroupPointer=0x00209111
    )


def multiframe():
    """Frames stand in a shuffled order. Every third is of another frame type, with another rescale intercept."""
    name = "ct-multiframe"
    ball = ((44, 36, 22), numpy.array([1.0, 1.25, 2.0]), numpy.array([24.3, 16.4, 10.2]), 12.0)
    size, spacing, centre_index, _ = ball
    centre, directions = numpy.array([12.0, 30.0, -45.0]), axes(-25, 35)
    origin = centre - (centre_index * spacing) @ directions
    hounsfield = numpy.rint(-1000 + 1100 * share_in_ball(*ball))
    order = numpy.random.default_rng(4).permutation(size[2])

    data = image(ENHANCED_CT_IMAGE_STORAGE, name, 1, ("Tandem^Multiframe", "TANDEM-0009"))
    del data.AcquisitionDate, data.AcquisitionTime  # not of this IOD: Acquisition DateTime
    data.AcquisitionDateTime = "20200102030405"
    data.Modality = "CT"
    data.BodyPartExamined = "ABDOMEN"
    data.ImageType = ["DERIVED", "PRIMARY", "VOLUME", "MIXED"]
    data.PixelPresentation = "MONOCHROME"
    data.VolumetricProperties = "VOLUME"
    data.VolumeBasedCalculationTechnique = "NONE"
    data.ContentQualification = "RESEARCH"
    data.BurnedInAnnotation = "NO"
    data.LossyImageCompression = "00"
    data.PresentationLUTShape = "IDENTITY"
    data.FrameOfReferenceUID = uid(name, "frame of reference")
    data.PositionReferenceIndicator = ""
    data.PatientPosition = "HFS"
    data.AcquisitionContextSequence = Sequence([])
    scanned = item(ReferencedSOPClassUID=CT_IMAGE_STORAGE, ReferencedSOPInstanceUID=uid(name, "scanned"))
    source = item(**said(scanned), PurposeOfReferenceCodeSequence=Sequence([SOURCE_IMAGE]))
    series = item(SeriesInstanceUID=uid(name, "scanned series"), ReferencedSOPSequence=Sequence([scanned]))
    data.SourceImageEvidenceSequence = group(
        StudyInstanceUID=data.StudyInstanceUID, ReferencedSeriesSequence=Sequence([series])
    )
    organization = uid(name, "dimensions")
    data.DimensionOrganizationSequence = group(DimensionOrganizationUID=organization)
    data.DimensionIndexSequence = Sequence([dimension(0x00209056, organization), dimension(0x00209057, organization)])
    data.SharedFunctionalGroupsSequence = group(
        PixelMeasuresSequence=group(
            PixelSpacing=[decimal(spacing[1]), decimal(spacing[0])],
            SliceThickness=decimal(spacing[2]),
            SpacingBetweenSlices=decimal(spacing[2]),
        ),
        PlaneOrientationSequence=group(
            ImageOrientationPatient=[decimal(v) for axis in directions[:2] for v in axis]
        ),
        FrameAnatomySequence=group(
            FrameLaterality="U", AnatomicRegionSequence=Sequence([code("818981001", "Abdomen")])
        ),
        FrameVOILUTSequence=group(WindowCenter="-400", WindowWidth="1400"),
        DerivationImageSequence=group(
            DerivationCodeSequence=Sequence([code("113072", "Multiplanar reformatting", "DCM")]),
            SourceImageSequence=Sequence([source]),
        ),
        IrradiationEventIdentificationSequence=group(IrradiationEventUID=uid(name, "irradiation")),
    )
    intercepts = [-1024 if k % 3 else -1000 for k in range(size[2])]
    frames = []
    for k in map(int, order):
        frames.append(
            item(
                FrameContentSequence=group(
                    StackID="1", InStackPositionNumber=k + 1, DimensionIndexValues=[1, k + 1], TemporalPositionIndex=1
                ),
                PlanePositionSequence=group(
                    ImagePositionPatient=[decimal(v) for v in origin + k * spacing[2] * directions[2]]
                ),
                PixelValueTransformationSequence=group(
                    RescaleIntercept=str(intercepts[k]), RescaleSlope="1", RescaleType="HU"
                ),
                CTImageFrameTypeSequence=group(
                    FrameType=["DERIVED", "PRIMARY", "VOLUME", "RESAMPLED" if k % 3 else "MEAN"],
                    PixelPresentation="MONOCHROME",
                    VolumetricProperties="VOLUME",
                    VolumeBasedCalculationTechnique="NONE",
                ),
            )
        )
    data.PerFrameFunctionalGroupsSequence = Sequence(frames)
    data.NumberOfFrames = str(size[2])
    stored = hounsfield - numpy.array(intercepts)[:, None, None]
    pixels(data, stored[order], 12)
    save(data, empty_folder(TEST_DICOM / name) / "enhanced.dcm")
    told(name, hounsfield > -450, ball, origin, directions)


def pet():
    """Activity concentration; the largest stored value of each slice is 32767, so the slopes differ."""
    name = "pet-small"
    ball = ((32, 32, 14), numpy.array([4.0, 4.0, 3.0]), numpy.array([18.2, 13.3, 6.4]), 14.0)
    size, spacing, centre_index, _ = ball
    centre, directions = numpy.array([-20.0, 14.0, 60.0]), axes(0, 0)
    origin = centre - (centre_index * spacing) @ directions
    y, x = numpy.mgrid[0 : size[1], 0 : size[0]]
    body = 2000.0 * (numpy.hypot(x - 16, y - 15.5) < 13)
    share = share_in_ball(*ball)
    activity = body * (1 - share) + 24000 * share
    folder = empty_folder(TEST_DICOM / name)
    found = numpy.empty_like(activity)
    for k, plane in enumerate(activity):
        slope = decimal(plane.max() / 32767)
        stored = numpy.rint(plane / float(slope))
        found[k] = stored * float(slope)
        data = image(PET_IMAGE_STORAGE, name, k + 1, ("Tandem^Positron", "TANDEM-0010"))
        data.ImageType = ["ORIGINAL", "PRIMARY"]
        data.Modality = "PT"
        data.BodyPartExamined = "ABDOMEN"
        data.Units = "BQML"
        data.CountsSource = "EMISSION"
        data.SeriesType = ["STATIC", "IMAGE"]
        data.NumberOfSlices = size[2]
        data.CorrectedImage = ["DECY", "ATTN"]
        data.DecayCorrection = "START"
        data.CollimatorType = "NONE"
        data.FrameReferenceTime = "0"
        data.ActualFrameDuration = "60000"
        data.DecayFactor = "1"
        data.ImageIndex = k + 1
        data.PatientWeight = "70"
        data.PatientOrientationCodeSequence = Sequence([oriented("102538003", "recumbent", "40199007", "supine")])
        data.PatientGantryRelationshipCodeSequence = Sequence([code("102540001", "headfirst")])
        data.RadiopharmaceuticalInformationSequence = group(
            RadionuclideCodeSequence=Sequence([code("77004003", "^18^Fluorine")]),
            RadiopharmaceuticalCodeSequence=Sequence([code("35321007", "Fluorodeoxyglucose F^18^")]),
            Radiopharmaceutical="FDG",
            RadiopharmaceuticalStartTime="020405",
            RadionuclideTotalDose="250000000",
            RadionuclideHalfLife="6586.2",
            RadionuclidePositronFraction="0.967",
        )
        position = origin + k * spacing[2] * directions[2]
        slice_geometry(data, position, directions[:2], spacing, uid(name, "frame of reference"))
        del data.PatientPosition  # the codes of orientation and gantry relationship say it
        pixels(data, stored, 16, signed=True)
        data.RescaleIntercept, data.RescaleSlope = "0", slope
        window(data, 12000, 24000)
        save(data, folder / f"IM{k + 1:04d}.dcm")
    told(name, found > 13000, ball, origin, directions)


def oriented(value, meaning, modifier, modifier_meaning):
    data = code(value, meaning)
    data.PatientOrientationModifierCodeSequence = Sequence([code(modifier, modifier_meaning)])
    return data


if __name__ == "__main__":
    multiframe()
    pet()
