#!/usr/bin/env python3
"""Holds the codes of src/test/resources/org/tandem/model/codes.tsv to pydicom's tables of PS3.16.

  codes.py TABLE

Every row "standard" has a meaning that pydicom has for it; no row "elsewhere" is one that pydicom has under another
meaning. Exit 0 if all holds, 1 if not, 77 if pydicom is not installed.
"""
import pathlib
import sys

try:
    from pydicom.sr._concepts_dict import concepts
except ImportError as missing:
    print(f"SKIPPED: {missing}")
    sys.exit(77)


def known(scheme):
    """All meanings of each code, in lower case."""
    meanings = {}
    for codes in concepts.get(scheme, {}).values():
        for code, (meaning, _) in codes.items():
            meanings.setdefault(code, set()).add(meaning.lower())
    return meanings


wrong = rows = 0
for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    if line.startswith("#"):
        continue
    scheme, code, of, meaning = line.split("\t")
    there = known(scheme).get(code, set())
    rows += 1
    if meaning.lower() not in there and (of == "standard" or there):
        wrong += 1
        print(f"{scheme} {code}: got {meaning}, expected one of {sorted(there)}")
print(f"{rows} codes, {wrong} wrong")
sys.exit(1 if wrong else 0)
