#!/usr/bin/env python3
"""Writes the tables of the standard that org.tandem.dicom reads, from those that pydicom carries.

Usage: python generate.py [FOLDER]   (default: src/main/resources/org/tandem/dicom, from the repository root)

Needs pydicom 3.0.2. A developer runs this once for each edition; the build never does.
"""

import sys
from pathlib import Path

import pydicom
from pydicom._dicom_dict import DicomDictionary, RepeatersDictionary
from pydicom._uid_dict import UID_dictionary
from pydicom._version import __dicom_version__

# Registered after the edition that pydicom carries (PS3.6 2024d to 2025c, Annex A).
LATER_SYNTAXES = [
    ("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", "JPEGXLLossless"),
    ("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", "JPEGXLJPEGRecompression"),
    ("1.2.840.10008.1.2.4.112", "JPEG XL", "JPEGXL"),
    ("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", "DeflatedImageFrameCompression"),
]
LATER_SOP_CLASSES = [
    ("1.2.840.10008.5.1.4.1.1.66.7", "Label Map Segmentation Storage", "LabelMapSegmentationStorage"),
    ("1.2.840.10008.5.1.4.1.1.66.8", "Height Map Segmentation Storage", "HeightMapSegmentationStorage"),
]

# How data sets are laid out in bytes, where it is not explicit VR little endian with encapsulated pixel data.
LAYOUTS = {
    "1.2.840.10008.1.2": "IMPLICIT_LITTLE",
    "1.2.840.10008.1.2.1": "EXPLICIT_LITTLE",
    "1.2.840.10008.1.2.1.99": "DEFLATED",
    "1.2.840.10008.1.2.2": "EXPLICIT_BIG",
    "1.2.840.10008.1.2.4.95": "DEFLATED",
    "1.2.840.10008.1.2.4.205": "DEFLATED",
}
# No encoding of DICOM data sets in files or on associations.
NOT_FOR_DATA_SETS = {
    "1.2.840.10008.1.2.6.1", "1.2.840.10008.1.2.6.2", "1.2.840.10008.1.2.7.1",
    "1.2.840.10008.1.2.7.2", "1.2.840.10008.1.2.7.3", "1.2.840.10008.1.20",
}
# Storage SOP classes of PS3.4 GG: their instances belong to no patient.
NON_PATIENT = {
    "1.2.840.10008.5.1.4.38.1", "1.2.840.10008.5.1.4.39.1", "1.2.840.10008.5.1.4.43.1",
    "1.2.840.10008.5.1.4.44.1", "1.2.840.10008.5.1.4.45.1", "1.2.840.10008.5.1.4.1.1.200.1",
    "1.2.840.10008.5.1.4.1.1.200.3", "1.2.840.10008.5.1.4.1.1.200.7", "1.2.840.10008.5.1.4.1.1.201.1",
}
NOT_STORAGE = {"1.2.840.10008.1.3.10"}  # Media Storage Directory Storage: a DICOMDIR


def head(what: str, columns: str) -> str:
    return (
        f"# {what}, DICOM PS3.6 edition {__dicom_version__}\n"
        f"# source: pydicom {pydicom.__version__} (MIT licence), written by etc/dictionary/generate.py; do not edit\n"
        f"# {columns}\n"
    )


def dictionary() -> str:
    rows = [(f"{tag:08X}", entry) for tag, entry in DicomDictionary.items()]
    rows += [(mask, entry) for mask, entry in RepeatersDictionary.items()]
    lines = [
        "\t".join((tag, vr, vm, keyword, " ".join(name.split()), retired))
        for tag, (vr, vm, name, retired, keyword) in rows
    ]
    return head("Data elements", "tag (x: any digit), VR, VM, keyword, name, retired") + "\n".join(lines) + "\n"


def transfer_syntaxes() -> str:
    rows = [
        (uid, name, keyword, retired)
        for uid, (name, kind, _, retired, keyword) in UID_dictionary.items()
        if kind == "Transfer Syntax" and uid not in NOT_FOR_DATA_SETS
    ]
    rows += [(uid, name, keyword, "") for uid, name, keyword in LATER_SYNTAXES]
    lines = ["\t".join((uid, LAYOUTS.get(uid, "ENCAPSULATED"), keyword, name, retired))
             for uid, name, keyword, retired in rows]
    return head("Transfer syntaxes", "UID, layout, keyword, name, retired") + "\n".join(lines) + "\n"


def sop_class_kind(uid: str, name: str) -> str:
    if uid in NON_PATIENT:
        return "non-patient storage"
    if uid in NOT_STORAGE or "Storage Commitment" in name:
        return "other"
    stem = name.split(" - For ")[0].removesuffix(" - Trial").removesuffix(" SOP Class")
    return "storage" if stem.endswith(" Storage") else "other"


def sop_classes() -> str:
    rows = [
        (uid, name, keyword, retired)
        for uid, (name, kind, _, retired, keyword) in UID_dictionary.items()
        if kind in ("SOP Class", "Meta SOP Class") and name  # two retired ones have lost their names
    ]
    rows += [(uid, name, keyword, "") for uid, name, keyword in LATER_SOP_CLASSES]
    lines = ["\t".join((uid, sop_class_kind(uid, name), keyword, name, retired)) for uid, name, keyword, retired in rows]
    return head("SOP classes", "UID, kind, keyword, name, retired") + "\n".join(lines) + "\n"


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "src/main/resources/org/tandem/dicom")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dictionary.tsv").write_text(dictionary(), encoding="utf-8")
    (folder / "transfer-syntaxes.tsv").write_text(transfer_syntaxes(), encoding="utf-8")
    (folder / "sop-classes.tsv").write_text(sop_classes(), encoding="utf-8")


if __name__ == "__main__":
    main()
