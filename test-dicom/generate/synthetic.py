"""Parts that the generators of test-dicom share: UIDs from hashes, made-up people, files that come out the same each run.

Made with pydicom 3.0.2, numpy 2.4.6, nibabel 5.4.2, Python 3.11. Run by developers only; the build never runs it.
"""

import hashlib
import pathlib
import shutil

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

TEST_DICOM = pathlib.Path(__file__).resolve().parent.parent

MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4"
ENHANCED_MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4.1"
CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2"
ENHANCED_CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2.1"
PET_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.128"
CR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.1"
DX_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.1.1"  # For Presentation
MG_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.1.2"  # For Presentation
VL_PHOTOGRAPHIC_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.77.1.4"
SECONDARY_CAPTURE_STORAGE = "1.2.840.10008.5.1.4.1.1.7"


def uid(*names):
    """A UID under 2.25 (PS3.5 B.2) from the first 122 bits of the SHA-256 of the names, shaped as a version 8 UUID."""
    number = bytearray(hashlib.sha256("/".join(("tandem-test-dicom", *map(str, names))).encode()).digest()[:16])
    number[6] = number[6] & 0x0F | 0x80
    number[8] = number[8] & 0x3F | 0x80
    return "2.25." + str(int.from_bytes(number, "big"))


def image(sop_class, set_name, number, person=("Tandem^Test", "TANDEM-0000")):
    """A data set with the patient, study, series, equipment and SOP common modules, to be filled by its caller."""
    data = Dataset()
    data.SpecificCharacterSet = "ISO_IR 192"
    data.SOPClassUID = sop_class
    data.SOPInstanceUID = uid(set_name, "instance", number)
    data.StudyDate = data.SeriesDate = data.ContentDate = data.AcquisitionDate = "20200102"
    data.StudyTime = data.SeriesTime = data.ContentTime = data.AcquisitionTime = "030405"
    data.AccessionNumber = ""
    data.Manufacturer = "Tandem test data"
    data.ManufacturerModelName = set_name
    data.DeviceSerialNumber = "0"
    data.SoftwareVersions = "1"
    data.ReferringPhysicianName = ""
    data.StudyDescription = "Tandem test data"
    data.SeriesDescription = set_name
    data.PatientName, data.PatientID = person
    data.PatientBirthDate = "19700101"
    data.PatientSex = "O"
    data.StudyInstanceUID = uid(set_name, "study")
    data.SeriesInstanceUID = uid(set_name, "series")
    data.StudyID = "1"
    data.SeriesNumber = "1"
    data.AcquisitionNumber = "1"
    data.InstanceNumber = str(number)
    return data


def item(**values):
    """An item of a sequence."""
    data = Dataset()
    for keyword, value in values.items():
        setattr(data, keyword, value)
    return data


def group(**values):
    """A sequence of one item."""
    return Sequence([item(**values)])


def code(value, meaning, scheme="SCT"):
    """An item of a code sequence."""
    return item(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)


def slice_geometry(data, origin, axes, spacing, frame_of_reference):
    """Image plane and frame of reference. axes: unit vectors along a row and down a column; spacing: x, y, z in mm."""
    data.FrameOfReferenceUID = frame_of_reference
    data.PositionReferenceIndicator = ""
    data.PatientPosition = "HFS"
    data.ImagePositionPatient = [decimal(v) for v in origin]
    data.ImageOrientationPatient = [decimal(v) for axis in axes for v in axis]
    data.PixelSpacing = [decimal(spacing[1]), decimal(spacing[0])]
    data.SliceThickness = decimal(spacing[2])


def decimal(value):
    """A decimal string of at most 16 characters (PS3.5, DS)."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def pixels(data, array, bits_stored, signed=False):
    """Image pixel module, greyscale, 16 bits allocated."""
    data.SamplesPerPixel = 1
    data.PhotometricInterpretation = "MONOCHROME2"
    data.Rows, data.Columns = array.shape[-2:]
    data.BitsAllocated = 16
    data.BitsStored = bits_stored
    data.HighBit = bits_stored - 1
    data.PixelRepresentation = int(signed)
    data.PixelData = array.astype("<i2" if signed else "<u2").tobytes()


def window(data, centre, width):
    data.WindowCenter = str(centre)
    data.WindowWidth = str(width)


def empty_folder(folder):
    """The folder, without what an earlier run left in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def save(data, path, syntax=ExplicitVRLittleEndian):
    """Writes a Part 10 file; the same data set gives the same bytes."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = data.SOPClassUID
    meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
    meta.TransferSyntaxUID = syntax
    meta.ImplementationClassUID = uid("implementation")
    meta.ImplementationVersionName = "TANDEM_TEST_DATA"
    file = FileDataset(str(path), data, file_meta=meta, preamble=bytes(128))
    file.save_as(path, enforce_file_format=True)
