#!/usr/bin/env python3
"""Writes the tables of IODs and modules (PS3.3) that org.tandem.dicom checks objects by, from those that highdicom carries.

Usage: python generate.py [FOLDER]   (default: src/main/resources/org/tandem/dicom/check, from the repository root)

Needs highdicom 0.28.2 (MIT licence) and its pydicom. A developer runs this once for each edition; the build never does.
Only what no condition decides is taken: mandatory modules, and their attributes of Type 1 and 2, at most one sequence
deep.
"""

import importlib.metadata
import json
import sys
from pathlib import Path

import highdicom
from pydicom.datadict import tag_for_keyword

MAX_SEQUENCES = 1

FUNCTIONAL_GROUPS = {"SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"}

# Sections of PS3.3 for the modules that most objects have; the others are found by their name.
SECTIONS = {
    "patient": "C.7.1.1", "general-study": "C.7.2.1", "patient-study": "C.7.2.2", "general-series": "C.7.3.1",
    "frame-of-reference": "C.7.4.1", "synchronization": "C.7.4.2", "general-equipment": "C.7.5.1",
    "enhanced-general-equipment": "C.7.5.2", "general-image": "C.7.6.1", "general-reference": "C.12.4",
    "image-plane": "C.7.6.2", "image-pixel": "C.7.6.3", "multi-frame": "C.7.6.6",
    "multi-frame-functional-groups": "C.7.6.16", "multi-frame-dimension": "C.7.6.17", "acquisition-context": "C.7.6.14",
    "general-acquisition": "C.7.10.1", "cr-series": "C.8.1.1", "cr-image": "C.8.1.2", "ct-image": "C.8.2.1",
    "mr-image": "C.8.3.1", "sc-equipment": "C.8.6.1", "sc-image": "C.8.6.2", "dx-series": "C.8.11.1",
    "dx-anatomy-imaged": "C.8.11.2", "dx-image": "C.8.11.3", "dx-detector": "C.8.11.4", "dx-positioning": "C.8.11.5",
    "mammography-series": "C.8.11.6", "mammography-image": "C.8.11.7", "segmentation-series": "C.8.20.1",
    "segmentation-image": "C.8.20.2", "sr-document-series": "C.17.1", "sr-document-general": "C.17.2",
    "sr-document-content": "C.17.3", "pet-series": "C.8.9.1", "pet-isotope": "C.8.9.2", "pet-image": "C.8.9.4",
    "us-image": "C.8.5.6", "nm-image": "C.8.4.8", "sop-common": "C.12.1", "common-instance-reference": "C.12.2",
    "voi-lut": "C.11.2", "modality-lut": "C.11.1",
}


def load(name):
    return json.loads((Path(highdicom.__file__).parent / "_standard" / name).read_text(encoding="utf-8"))


def write(path, head, rows):
    source = f"highdicom {importlib.metadata.version('highdicom')} (MIT licence), written by etc/modules/generate.py"
    lines = [f"# {head[0]}", f"# source: {source}; do not edit", f"# {head[1]}"]
    path.write_text("\n".join(lines + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "src/main/resources/org/tandem/dicom/check")
    attributes, iods = load("module_attribute_map.json"), load("iod_module_map.json")
    used, iod_rows = set(), []
    for uid, iod in sorted(load("sop_class_iod_map.json").items()):
        mandatory = [module["key"] for module in iods.get(iod, []) if module["usage"] == "M"]
        used.update(mandatory)
        iod_rows.append((uid, iod, " ".join(mandatory)))
    module_rows = []
    for module in sorted(used):
        for attribute in attributes.get(module, []):
            keywords = attribute["path"] + [attribute["keyword"]]
            if keywords[0] in FUNCTIONAL_GROUPS:
                continue  # which groups stand in which of the two is a choice
            tags = [tag_for_keyword(keyword) for keyword in keywords]
            if attribute["type"] in ("1", "2") and len(keywords) <= MAX_SEQUENCES + 1 and None not in tags:
                path = "/".join(f"{tag:08X}" for tag in tags)
                module_rows.append((module, SECTIONS.get(module, ""), path, attribute["type"]))
    write(folder / "iods.tsv", ("Mandatory modules of the IODs, DICOM PS3.3 in the edition that the source carries",
                                "SOP class, IOD, modules"), iod_rows)
    write(folder / "modules.tsv", ("Attributes of Type 1 and 2 of mandatory modules, DICOM PS3.3 in the edition that the source carries",
                                   "module, section, path of tags, type"), module_rows)


main()
