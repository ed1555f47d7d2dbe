"""Seeds of the search for inputs that are not survived: small valid inputs of every target, all synthetic.

Run by developers only: python3 test-dicom/generate/fuzz_seeds.py OUT. Needs numpy, pydicom 3, imagecodecs, dcmtk, GDCM.
"""

import os
import subprocess
import sys
import tempfile
import zlib

import imagecodecs
import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import generate_frames
from pydicom.filewriter import write_dataset
from pydicom.filebase import DicomBytesIO
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

ROWS, COLUMNS = 29, 37
OUT = sys.argv[1]
TMP = tempfile.mkdtemp()


def seed(target, name, content):
    folder = os.path.join(OUT, target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


def image(samples, bits):
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    ball = 1 / (1 + np.exp((np.hypot(x - 18, y - 14) - 9) / 1.5))
    values = (ball * (2**bits - 1) * 0.8 + np.random.default_rng(1).integers(0, 5, (ROWS, COLUMNS))).astype(
        np.uint8 if bits == 8 else np.uint16
    )
    return values if samples == 1 else np.stack([values, values // 2, values // 3], axis=-1)


def dicom(samples, bits):
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.SOPClassUID = ds.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
    ds.StudyInstanceUID, ds.SeriesInstanceUID = "2.25.2", "2.25.3"
    ds.PatientName, ds.PatientID = "Seed^Synthetic", "SEED"
    ds.Rows, ds.Columns, ds.SamplesPerPixel = ROWS, COLUMNS, samples
    ds.PhotometricInterpretation = "MONOCHROME2" if samples == 1 else "RGB"
    if samples == 3:
        ds.PlanarConfiguration = 0
    ds.BitsAllocated = 8 if bits == 8 else 16
    ds.BitsStored, ds.HighBit, ds.PixelRepresentation = bits, bits - 1, 0
    pixels = image(samples, bits).tobytes()
    ds.PixelData = pixels + b"\0" * (len(pixels) % 2)
    ds["PixelData"].VR = "OB" if bits == 8 else "OW"
    return ds


def compressed(samples, bits, *command):
    source, target = os.path.join(TMP, "a.dcm"), os.path.join(TMP, "b.dcm")
    dicom(samples, bits).save_as(source, enforce_file_format=True)
    subprocess.run([*command, source, target], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return next(generate_frames(pydicom.dcmread(target).PixelData, number_of_frames=1))


def codestreams():
    for samples in (1, 3):
        head = bytes([samples // 2])
        for name, bits, command in (
            ("baseline", 8, ("dcmcjpeg", "+eb")),
            ("progressive", 8, ("dcmcjpeg", "+ep")),
            ("sv1", 8, ("dcmcjpeg", "+e1")),
            ("sv6", 8, ("dcmcjpeg", "+el", "+sv", "6")),
        ):
            seed("jpeg", f"{name}-{samples}", head + compressed(samples, bits, *command))
        for name, command in (("lossless", ("dcmcjpls", "+el")), ("near", ("dcmcjpls", "+en")),
                              ("planes", ("dcmcjpls", "+el", "+in")), ("samples", ("dcmcjpls", "+el", "+is"))):
            seed("jpeg_ls", f"{name}-{samples}", head + compressed(samples, 8, *command))
        pixels = image(samples, 8)
        for name, options in (("53", dict(reversible=True)), ("97", dict(level=40, reversible=False))):
            seed("jpeg_2000", f"{name}-{samples}",
                 head + imagecodecs.jpeg2k_encode(pixels, codecformat="J2K", **options))
        seed("jpeg_2000", f"ht-{samples}", head + imagecodecs.htj2k_encode(pixels, reversible=True))
        seed("rle", f"rle-{samples}", frames(0, samples, compressed(samples, 8, "dcmcrle")))
        raw = pixels.tobytes()
        deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
        seed("deflated_frames", f"deflated-{samples}",
             frames(0, samples, deflater.compress(raw) + deflater.flush()))
    seed("jpeg", "extended", b"\0" + compressed(1, 12, "dcmcjpeg", "+ee"))
    seed("jpeg", "sv1-16", b"\0" + compressed(1, 16, "dcmcjpeg", "+e1"))
    seed("jpeg_ls", "lossless-16", b"\0" + compressed(1, 16, "dcmcjpls", "+el"))


def frames(count, samples, *fragments):
    """As FuzzTarget.frames reads it: an empty offset table, then fragments in pieces of at most 255 * 16 bytes."""
    content = bytes([count, samples // 2]) + b"\0"
    for fragment in fragments:
        padded = fragment + b"\0" * (-len(fragment) % 16)
        for start in range(0, len(padded), 255 * 16):
            piece = padded[start:start + 255 * 16]
            content += bytes([len(piece) // 16]) + piece
    return content


def data_sets():
    ds = dicom(1, 8)
    ds.Rows = ds.Columns = 2
    ds.PixelData = b"\1\2\3\4"
    ds.SpecificCharacterSet = ["", "ISO 2022 IR 87"]
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = "1.2.3", "1.2.4"
    nested = Dataset()
    nested.ReferencedImageSequence = Sequence([item, Dataset()])
    nested["ReferencedImageSequence"].is_undefined_length = True
    ds.ReferencedStudySequence = Sequence([nested])
    ds.WindowCenter, ds.WindowWidth = ["40", "-600"], ["400", "1500"]
    block = ds.private_block(0x0029, "SEED", create=True)
    block.add_new(1, "UN", b"\0\1\2\3")
    block.add_new(2, "FD", 1.5)
    for name, implicit, little in (("implicit", True, True), ("explicit", False, True), ("big_endian", False, False)):
        fp = DicomBytesIO()
        fp.is_implicit_VR, fp.is_little_endian = implicit, little
        write_dataset(fp, ds)
        seed(f"{name}_data_set", "nested", fp.getvalue())
        if name == "explicit":
            deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
            seed("deflated_data_set", "nested", deflater.compress(fp.getvalue()) + deflater.flush())
    path = os.path.join(TMP, "c.dcm")
    ds.save_as(path, enforce_file_format=True)
    with open(path, "rb") as file:
        seed("part_10", "explicit", file.read())
    for name, command in (("rle", ("dcmcrle",)), ("jpeg", ("dcmcjpeg", "+eb")), ("deflated", ("dcmconv", "+td"))):
        source, target = os.path.join(TMP, "a.dcm"), os.path.join(TMP, "d.dcm")
        dicom(1, 8).save_as(source, enforce_file_format=True)
        subprocess.run([*command, source, target], check=True)
        with open(target, "rb") as file:
            seed("part_10", name, file.read())
    for i, text in enumerate((b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3",
                              b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7", b"\x1b$)A\xd0\xa1",
                              "Wang^\u738b".encode(), "Wang^\u738b".encode("gb18030"), b"J\xe9r\xf4me", b"abc")):
        seed("character_set", f"name-{i}", bytes([i]) + text)


def item(kind, value):
    return bytes([kind, 0]) + len(value).to_bytes(2, "big") + value


def associate(kind, called=b"TANDEM"):
    context = item(0x20, bytes([1, 0, 0, 0]) + item(0x30, b"1.2.840.10008.5.1.4.1.1.7")
                   + item(0x40, b"1.2.840.10008.1.2.1") + item(0x40, b"1.2.840.10008.1.2"))
    user = item(0x50, item(0x51, (16384).to_bytes(4, "big")) + item(0x52, b"1.2.3") + item(0x53, b"\0\2\0\2")
                + item(0x54, b"\0\x041.2.\1\0") + item(0x55, b"SEED") + item(0x56, b"\0\x041.2.\1\1")
                + item(0x58, b"\1\0\0\4user\0\0"))
    body = b"\0\1\0\0" + called.ljust(16) + b"SEED".ljust(16) + bytes(32) + item(0x10, b"1.2.840.10008.3.1.1.1")
    body += context + user
    return bytes([kind, 0]) + len(body).to_bytes(4, "big") + body


def element(tag, value):
    return b"\0\0" + tag.to_bytes(2, "little") + len(value).to_bytes(4, "little") + value


def command(field, data_set):
    rest = element(2, b"1.2.840.10008.5.1.4.1.1.7\0") + element(0x100, field.to_bytes(2, "little"))
    rest += element(0x110, b"\1\0") + element(0x700, b"\0\0") + element(0x800, b"\1\0" if data_set else b"\1\1")
    rest += element(0x1000, b"2.25.1")
    return element(0, len(rest).to_bytes(4, "little")) + rest


def data(control, value):
    pdv = (len(value) + 2).to_bytes(4, "big") + bytes([1, control]) + value
    return b"\4\0" + len(pdv).to_bytes(4, "big") + pdv


def network():
    seed("command_set", "store", command(1, True))
    seed("command_set", "echo", command(0x30, False))
    release = b"\5\0\0\0\0\4" + bytes(4)
    seed("pdu", "request", associate(1) + release)
    seed("pdu", "reject", b"\3\0\0\0\0\4\0\2\3\1" + b"\6\0\0\0\0\4" + bytes(4) + b"\7\0\0\0\0\4\0\0\2\1")
    fp = DicomBytesIO()
    fp.is_implicit_VR, fp.is_little_endian = False, True
    write_dataset(fp, dicom(1, 8))
    store = data(3, command(1, True)) + data(2, fp.getvalue())
    seed("session", "store", associate(1) + store + release)
    seed("session", "stores", associate(1) + store + store + b"\7\0\0\0\0\4" + bytes(4))


codestreams()
data_sets()
network()
