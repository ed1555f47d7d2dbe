"""Compares the DICOM JSON model (PS3.18 F) that tandem writes with that of pydicom.

Arguments: a file that names, line by line, a DICOM file, a tab, and the file with its JSON. Prints each difference;
what is known and why is below. Exit code 77 where pydicom is not installed.
"""
import base64
import json
import math
import struct
import sys
import warnings

try:
    import pydicom
except ImportError:
    print("pydicom is not installed")
    sys.exit(77)

warnings.simplefilter("ignore")
BULK = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}
INVALID_TO_PYDICOM = {"300C0002", "00280008"}  # badVR, rtdose: left out by suppress_invalid_tags
TEXT = {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT"}


def same_number(ours, theirs, vr):
    if isinstance(ours, str) or isinstance(theirs, str):
        return str(ours).lower() == str(theirs).lower()
    if math.isnan(ours) or math.isnan(theirs):
        return math.isnan(ours) and math.isnan(theirs)
    if vr == "FL":  # ours has the digits of a single, pydicom's those of the double made of it
        return struct.pack("<f", ours) == struct.pack("<f", theirs)
    return ours == theirs


def empty(value):
    """None, or what pydicom writes for an empty name."""
    return value is None or value == "" or value == {} or value == {"Alphabetic": ""}


def same_value(ours, theirs, vr):
    if empty(ours) and empty(theirs):
        return True
    if vr == "PN":
        return {k: v for k, v in ours.items() if v} == {k: v for k, v in theirs.items() if v}
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return same_number(ours, theirs, vr)
    if vr in TEXT and isinstance(theirs, str):
        return str(ours).strip(" \0") == theirs.strip(" \0")  # padding is dropped here, pydicom keeps some
    return ours == theirs


def element(path, ours, theirs, report, big):
    vr = ours["vr"]
    if vr != theirs["vr"]:
        known = vr == "UN" or theirs["vr"] == "UN"  # private dictionary of pydicom; UN of a known element, known here
        known |= path.endswith("7FE00010") and {vr, theirs["vr"]} == {"OB", "OW"}
        if not known:
            report(path, vr, theirs["vr"])
        return
    mine, other = ours.get("Value", []), theirs.get("Value", [])
    if vr == "SQ":
        if len(mine) != len(other):
            report(path, f"{len(mine)} items", f"{len(other)} items")
        for number, (a, b) in enumerate(zip(mine, other)):
            data_set(f"{path}/{number}/", a, b, report, big)
    elif "BulkDataURI" in ours:
        pass  # encapsulated pixel data, which pydicom gives inline although F.2.6 knows native values only
    elif vr in BULK:
        mine, other = (base64.b64decode(e.get("InlineBinary", "")) for e in (ours, theirs))
        odd = len(other) % 2 == 1 and mine == other + b"\0"  # an odd value is padded here
        swapped = big and vr != "UN" and len(mine) == len(other)  # pydicom keeps the file's order, F.2.7 wants little endian
        if mine != other and not odd and not swapped:
            report(path, f"{len(mine)} bytes", f"{len(other)} others")
    else:
        mine = [v for v in mine] if any(not empty(v) for v in mine) else []
        other = [v for v in other] if any(not empty(v) for v in other) else []
        if len(mine) != len(other) or not all(same_value(a, b, vr) for a, b in zip(mine, other)):
            report(path, mine, other)


def data_set(path, ours, theirs, report, big):
    for tag in sorted(set(ours) | set(theirs)):
        if tag.endswith("0000"):
            continue  # group lengths are retired and not kept here
        if tag in INVALID_TO_PYDICOM and tag not in theirs:
            continue
        if tag not in ours or tag not in theirs:
            report(path + tag, "there" if tag in ours else "absent", "there" if tag in theirs else "absent")
        else:
            element(path + tag, ours[tag], theirs[tag], report, big)


def main():
    files = elements = differences = unread = 0
    for line in open(sys.argv[1], encoding="utf-8"):
        file, json_file = line.rstrip("\n").split("\t")
        with open(json_file, encoding="utf-8") as stream:
            ours = json.load(stream)
        try:
            dataset = pydicom.dcmread(file, force=True)
            theirs = dataset.to_json_dict(suppress_invalid_tags=True)
        except Exception:  # pydicom cannot read or convert it: nothing to compare
            unread += 1
            continue

        def report(path, a, b):
            nonlocal differences
            differences += 1
            print(f"{file.split('/')[-1]} {path}: ours {a!r:.80}, pydicom's {b!r:.80}")

        data_set("", ours, json.loads(json.dumps(theirs)), report, dataset.original_encoding[1] is False)
        files += 1
        elements += len(theirs)
    print(f"json: {elements} elements of {files} files compared with pydicom, {unread} not read by it, "
          f"{differences} differences")
    sys.exit(1 if differences else 0)


main()
