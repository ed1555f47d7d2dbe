#!/usr/bin/env python3
"""Makes colin27-t1/ (MR series, 2 mm) and mr-enhanced/ (one multi-frame object, 4 mm) from Debian's mricron-data.

    python3 test-dicom/generate/colin27.py [folder with ch2.nii.gz and ch2bet.nii.gz]

ch2 is Colin27, T1-weighted, 181 x 217 x 181 voxels of 1 mm, array axes R A S; ch2bet is the same with all but the brain
set to 0. Both are smoothed with the binomial kernel 1/4 1/2 1/4 along each axis (edges repeated) and every second voxel
is kept, so that voxel centres stay where they were; the reference mask is ch2bet > 0, so smoothed, where it is >= 1/2.
The grid at 4 mm is the same step once more. Values are times 16, so that the smoothing keeps its fractions.
"""

import gzip
import pathlib
import sys

import nibabel
import numpy
from pydicom.sequence import Sequence
from synthetic import (
    ENHANCED_MR_IMAGE_STORAGE,
    MR_IMAGE_STORAGE,
    TEST_DICOM,
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

TEMPLATES = "/usr/share/mricron/templates"
PERSON = ("Tandem^Colin", "TANDEM-0001")
FRAME_OF_REFERENCE = uid("colin27", "frame of reference")
ROW, COLUMN = (1, 0, 0), (0, 1, 0)  # axial: rows to the patient's left, columns to the back (LPS)
SCALE = 16


def load(path):
    """Voxels with array axes R A S and the RAS position of the first one."""
    nifti = nibabel.load(path)
    if not numpy.allclose(nifti.affine[:3, :3], numpy.eye(3)):
        sys.exit(f"{path}: got axes {nifti.affine[:3, :3].tolist()}, expected 1 mm along R, A, S")
    return numpy.asarray(nifti.dataobj).astype(float), nifti.affine[:3, 3]


def halve(volume):
    """Smoothed, and every second voxel along each axis."""
    for axis in range(3):
        volume = numpy.moveaxis(volume, axis, 0)
        padded = numpy.concatenate([volume[:1], volume, volume[-1:]])
        volume = (padded[:-2] + 2 * padded[1:-1] + padded[2:])[::2] / 4
        volume = numpy.moveaxis(volume, 0, axis)
    return volume


def to_lps(volume, origin_ras, spacing):
    """R A S voxels as an array z y x with x to the left and y to the back, and the LPS position of its first voxel."""
    last = numpy.array(volume.shape) - 1
    origin = (-(origin_ras[0] + last[0] * spacing), -(origin_ras[1] + last[1] * spacing), origin_ras[2])
    return volume[::-1, ::-1, :].transpose(2, 1, 0), origin


def write_series(voxels, origin, spacing):
    folder = empty_folder(TEST_DICOM / "colin27-t1")
    for k, plane in enumerate(voxels):
        data = image(MR_IMAGE_STORAGE, "colin27-t1", k + 1, PERSON)
        data.ImageType = ["DERIVED", "SECONDARY", "OTHER"]
        data.Modality = "MR"
        data.PatientSex = "M"
        data.BodyPartExamined = "BRAIN"
        data.ScanningSequence = "GR"
        data.SequenceVariant = "SP"
        data.ScanOptions = ""
        data.MRAcquisitionType = "3D"
        data.RepetitionTime = data.EchoTime = data.EchoTrainLength = None  # type 2, not known from the source
        data.SpacingBetweenSlices = decimal(spacing)
        slice_geometry(
            data, (origin[0], origin[1], origin[2] + k * spacing), (ROW, COLUMN), [spacing] * 3, FRAME_OF_REFERENCE
        )
        data.SliceLocation = decimal(origin[2] + k * spacing)
        pixels(data, plane, 12)
        window(data, 1200, 2400)
        save(data, folder / f"IM{k + 1:04d}.dcm")
    return folder


def write_mask(mask, origin, spacing, path):
    """NRRD, gzip, one byte a voxel, x fastest."""
    header = [
        "NRRD0004",
        "# Colin27: ch2bet > 0 of Debian's mricron-data on the grid of the DICOM series beside it",
        "type: uint8",
        "dimension: 3",
        "space: left-posterior-superior",
        "sizes: " + " ".join(str(n) for n in mask.shape[::-1]),
        f"space directions: ({spacing},0,0) (0,{spacing},0) (0,0,{spacing})",
        "kinds: domain domain domain",
        "encoding: gzip",
        "space origin: (" + ",".join(decimal(v) for v in origin) + ")",
    ]
    path.parent.mkdir()
    voxels = gzip.compress(mask.astype(numpy.uint8).tobytes(), 9, mtime=0)
    path.write_bytes("\n".join(header).encode() + b"\n\n" + voxels)


def shared_groups(spacing):
    return group(
        PixelMeasuresSequence=group(
            PixelSpacing=[decimal(spacing)] * 2, SliceThickness=decimal(spacing), SpacingBetweenSlices=decimal(spacing)
        ),
        PlaneOrientationSequence=group(ImageOrientationPatient=[*map(str, ROW + COLUMN)]),
        FrameAnatomySequence=group(
            FrameLaterality="U",
            AnatomicRegionSequence=group(CodeValue="12738006", CodingSchemeDesignator="SCT", CodeMeaning="Brain"),
        ),
        PixelValueTransformationSequence=group(RescaleIntercept="0", RescaleSlope="1", RescaleType="US"),
        FrameVOILUTSequence=group(WindowCenter="1200", WindowWidth="2400"),
        MRImageFrameTypeSequence=group(
            FrameType=["DERIVED", "PRIMARY", "VOLUME", "RESAMPLED"],
            PixelPresentation="MONOCHROME",
            VolumetricProperties="VOLUME",
            VolumeBasedCalculationTechnique="NONE",
            ComplexImageComponent="MAGNITUDE",
            AcquisitionContrast="T1",
        ),
    )


def frame_group(origin, spacing, k):
    return item(
        FrameContentSequence=group(
            StackID="1", InStackPositionNumber=k + 1, DimensionIndexValues=[1, k + 1], TemporalPositionIndex=1
        ),
        PlanePositionSequence=group(
            ImagePositionPatient=[decimal(origin[0]), decimal(origin[1]), decimal(origin[2] + k * spacing)]
        ),
    )


def dimension(pointer, functional_group, organization):
    return item(
        DimensionOrganizationUID=organization, DimensionIndexPointer=pointer, FunctionalGroupPointer=functional_group
    )


def write_enhanced(voxels, origin, spacing):
    """One Enhanced MR object; its frames stand in a shuffled order, so that only their positions sort them."""
    order = numpy.random.default_rng(27).permutation(len(voxels))
    data = image(ENHANCED_MR_IMAGE_STORAGE, "mr-enhanced", 1, PERSON)
    data.PatientSex = "M"
    data.Modality = "MR"
    data.ImageType = ["DERIVED", "PRIMARY", "VOLUME", "RESAMPLED"]
    del data.AcquisitionDate, data.AcquisitionTime  # not of this IOD: Acquisition DateTime
    data.AcquisitionDateTime = "20200102030405"
    data.ApplicableSafetyStandardAgency = "IEC"
    data.AcquisitionContrast = "T1"
    data.ComplexImageComponent = "MAGNITUDE"
    data.PixelPresentation = "MONOCHROME"
    data.VolumetricProperties = "VOLUME"
    data.VolumeBasedCalculationTechnique = "NONE"
    data.ContentQualification = "RESEARCH"
    data.BurnedInAnnotation = "NO"
    data.LossyImageCompression = "00"
    data.PresentationLUTShape = "IDENTITY"
    data.FrameOfReferenceUID = FRAME_OF_REFERENCE
    data.PositionReferenceIndicator = ""
    data.PatientPosition = "HFS"
    data.AcquisitionContextSequence = Sequence([])
    organization = uid("mr-enhanced", "dimensions")
    data.DimensionOrganizationSequence = group(DimensionOrganizationUID=organization)
    data.DimensionIndexSequence = Sequence(
        [dimension(0x00209056, 0x00209111, organization), dimension(0x00209057, 0x00209111, organization)]
    )
    data.SharedFunctionalGroupsSequence = shared_groups(spacing)
    data.PerFrameFunctionalGroupsSequence = Sequence([frame_group(origin, spacing, int(k)) for k in order])
    data.NumberOfFrames = str(len(voxels))
    pixels(data, voxels[order], 12)
    save(data, empty_folder(TEST_DICOM / "mr-enhanced") / "enhanced.dcm")


def main(templates):
    head, origin = load(templates / "ch2.nii.gz")
    brain, _ = load(templates / "ch2bet.nii.gz")
    head2 = halve(head)
    voxels, origin2 = to_lps(numpy.rint(head2 * SCALE), origin, 2)
    mask, _ = to_lps(halve((brain > 0).astype(float)) >= 0.5, origin, 2)
    folder = write_series(voxels, origin2, 2)
    write_mask(mask, origin2, 2, folder / "mask" / "reference-mask.nrrd")
    voxels, origin4 = to_lps(numpy.rint(halve(head2) * SCALE), origin, 4)
    write_enhanced(voxels, origin4, 4)
    print(f"reference brain volume: {int(mask.sum()) * 8} mm3")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else TEMPLATES))
