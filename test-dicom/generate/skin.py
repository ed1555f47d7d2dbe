#!/usr/bin/env python3
"""Makes vl-skin/: a drawn photograph of skin with a dark lesion, once as it is and once through JPEG.

    python3 test-dicom/generate/skin.py

Compressed by Pillow 13.0.0 (libjpeg-turbo), quality 90, colour differences halved along rows: YBR_FULL_422, lossy.
"""

import io

import numpy
import PIL.Image
from ellipse import Ellipse, over, told
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, JPEGBaseline8Bit
from synthetic import VL_PHOTOGRAPHIC_IMAGE_STORAGE, TEST_DICOM, code, empty_folder, image, item, save

ROWS, COLUMNS = 88, 112
LESION = Ellipse(61.5, 37.0, 22.0, 13.0, 30.0)
SKIN, DARK = (224, 172, 144), (92, 52, 44)  # R G B
LUMINANCE = numpy.array([0.299, 0.587, 0.114])  # of ITU-R BT.601
DARKER = 125  # half way between the lesion and the skin


def photograph():
    """Skin whose light falls off softly to one corner, and the lesion."""
    y, x = numpy.mgrid[0:ROWS, 0:COLUMNS]
    light = 1 - 0.06 * (x + y) / (ROWS + COLUMNS)
    picture = light[:, :, None] * numpy.array(SKIN, float)
    return numpy.rint(over(picture, LESION, DARK)).astype(numpy.uint8)


def jpeg(picture):
    stream = io.BytesIO()
    PIL.Image.fromarray(picture).save(stream, "JPEG", quality=90, subsampling="4:2:2")
    return stream.getvalue()


def common(number):
    data = image(VL_PHOTOGRAPHIC_IMAGE_STORAGE, "vl-skin", number, ("Tandem^Skin", "TANDEM-0008"))
    data.Modality = "XC"
    data.Laterality = "R"
    data.PatientOrientation = ""
    data.AnatomicRegionSequence = Sequence([code("14975008", "Forearm")])
    data.AcquisitionContextSequence = Sequence([])
    data.BurnedInAnnotation = "NO"
    data.SamplesPerPixel = 3
    data.PlanarConfiguration = 0
    data.Rows, data.Columns = ROWS, COLUMNS
    data.BitsAllocated = data.BitsStored = 8
    data.HighBit = 7
    data.PixelRepresentation = 0
    return data


def main():
    folder = empty_folder(TEST_DICOM / "vl-skin")
    picture = photograph()
    native = common(1)
    native.ImageType = ["ORIGINAL", "PRIMARY"]
    native.LossyImageCompression = "00"
    native.PhotometricInterpretation = "RGB"
    native.PixelData = picture.tobytes()
    native["PixelData"].VR = "OB"
    save(native, folder / "native.dcm", ExplicitVRLittleEndian)

    stream = jpeg(picture)
    lossy = common(2)
    lossy.ImageType = ["DERIVED", "PRIMARY"]
    lossy.DerivationCodeSequence = Sequence([code("113040", "Lossy Compression", "DCM")])
    lossy.SourceImageSequence = Sequence(
        [
            item(
                ReferencedSOPClassUID=native.SOPClassUID,
                ReferencedSOPInstanceUID=native.SOPInstanceUID,
                PurposeOfReferenceCodeSequence=Sequence([code("121320", "Uncompressed predecessor", "DCM")]),
            )
        ]
    )
    lossy.LossyImageCompression = "01"
    lossy.LossyImageCompressionRatio = f"{picture.size / len(stream):.2f}"
    lossy.LossyImageCompressionMethod = "ISO_10918_1"
    lossy.PhotometricInterpretation = "YBR_FULL_422"
    lossy.PixelData = encapsulate([stream])
    lossy["PixelData"].VR = "OB"
    lossy["PixelData"].is_undefined_length = True
    save(lossy, folder / "jpeg.dcm", JPEGBaseline8Bit)

    for name, pixels in (("native", picture), ("JPEG", numpy.asarray(PIL.Image.open(io.BytesIO(stream))))):
        told(f"vl-skin, {name}, ratio {lossy.LossyImageCompressionRatio}", pixels @ LUMINANCE < DARKER, LESION)


if __name__ == "__main__":
    main()
