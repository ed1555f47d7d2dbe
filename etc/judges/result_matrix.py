#!/usr/bin/env python3
"""Reads the results of a matrix of sources and objects back with toolkits that nobody here wrote.

  result_matrix.py highdicom|pydicom-seg FOLDER

FOLDER/cases.json lists the cases. Of a segmentation: {"id", "kind": "SEG", "file", "encoding": "BINARY" | "FRACTIONAL" |
"LABELMAP", "slices": [{"instance", "frame", "position"}], "rows", "columns", "segments": [{"label", "tracking",
"voxels": FILE, "probability": FILE}]}: FILE holds a byte a voxel, z-y-x, of probabilities 255 is 1. Of a report:
{"id", "kind": "SR", "file", "volumes": {tracking UID: mm3}, "groups": n}. Of a map: {"id", "kind": "PM", "file", "slices",
"rows", "columns", "values": FILE}: 4 bytes a voxel, floating point, little endian. Of a presentation state:
"kind": "PR", "slices", "rows", "columns", "segments" as of a segmentation: their outlines, filled, are held to the masks.
Of anything else: {"id", "kind", "file"}.

Prints a line a case: id, tab, "identical" or what differs or "–" (not this judge's to read). Exit 77 without the judge.
"""

import json
import math
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")


def expected(folder, case, name):
    import numpy

    shape = (len(case["slices"]), case["rows"], case["columns"])
    return [
        numpy.frombuffer((folder / segment[name]).read_bytes(), numpy.uint8).reshape(shape)
        for segment in case["segments"]
    ]


def compare(case, found, wanted):
    """Differences of stacks of frames, one a segment; within half a step of 1/255 where they are probabilities."""
    import numpy

    for segment, one, other in zip(case["segments"], found, wanted):
        worst = float(numpy.abs(one.astype(float) - other.astype(float)).max())
        if worst > (0.502 if case["encoding"] == "FRACTIONAL" else 0):
            return f'{segment["label"]} differs by {worst:g}'
    return "identical"


def seg_with_highdicom(folder, case):
    import highdicom
    import numpy

    seg = highdicom.seg.segread(folder / case["file"])
    fractional = case["encoding"] == "FRACTIONAL"
    by_tracking = {str(t): int(n) for n, t in ((s.SegmentNumber, s.get("TrackingUID", "")) for s in seg.SegmentSequence)}
    numbers = [by_tracking.get(s["tracking"]) for s in case["segments"]]
    if None in numbers:
        return "segments without the tracking UIDs of the findings"
    options = dict(
        segment_numbers=numbers,
        combine_segments=False,
        ignore_spatial_locations=True,
        assert_missing_frames_are_empty=True,
    )
    options |= dict(rescale_fractional=False) if fractional else {}
    slices = case["slices"]
    if slices[0]["frame"]:
        frames = [s["frame"] for s in slices]
        pixels = seg.get_pixels_by_source_frame(slices[0]["instance"], frames, **options)
    else:
        pixels = seg.get_pixels_by_source_instance([s["instance"] for s in slices], **options)
    found = [pixels[..., i] for i in range(len(numbers))]
    verdict = compare(case, found, expected(folder, case, "probability" if fractional else "voxels"))
    if verdict == "identical" and slices[0]["position"]:
        volume = seg.get_volume(combine_segments=False, segment_numbers=numbers, **(dict(rescale_fractional=False) if fractional else {}))
        total = sum(int(numpy.count_nonzero(f)) for f in found)
        if int(numpy.count_nonzero(volume.array)) != total:
            return "its volume holds other voxels than its frames"
    return verdict


def items(node):
    for child in node.get("ContentSequence", []):
        yield child
        yield from items(child)


def text_report_with_pydicom(folder, case):
    """highdicom reads no Basic Text SR: its groups, and their volumes in words."""
    import pydicom

    report = pydicom.dcmread(folder / case["file"])
    groups = [item for item in items(report) if item.ValueType == "CONTAINER" and item.ConceptNameCodeSequence[0].CodeValue == "125007"]
    if len(groups) != case["groups"]:
        return f'{len(groups)} groups of measurements, expected {case["groups"]}'
    beyond = {item.ValueType for item in items(report)} - {"CONTAINER", "CODE", "TEXT", "UIDREF", "IMAGE"}
    if beyond:
        return f"holds {beyond}"
    for group in groups:
        said = {item.ConceptNameCodeSequence[0].CodeValue: item for item in group.ContentSequence if "ConceptNameCodeSequence" in item}
        wanted = case["volumes"].get(said["112040"].UID)
        if wanted is not None:
            value, unit = said["118565006"].TextValue.split(" ", 1)
            volume = float(value) * {"cubic millimeter": 1.0, "cubic centimeter": 1000.0}[unit]
            if abs(volume - wanted) > 1e-6 * wanted:
                return f"volume {volume}, expected {wanted}"
    return "identical"


def report_with_highdicom(folder, case):
    import highdicom
    import pydicom

    if pydicom.dcmread(folder / case["file"], specific_tags=["SOPClassUID"]).SOPClassUID == pydicom.uid.BasicTextSRStorage:
        return text_report_with_pydicom(folder, case)
    report = highdicom.sr.srread(folder / case["file"])
    groups = (
        report.content.get_volumetric_roi_measurement_groups()
        + report.content.get_planar_roi_measurement_groups()
        + report.content.get_image_measurement_groups()
    )
    if len(groups) != case["groups"]:
        return f'{len(groups)} groups of measurements, expected {case["groups"]}'
    factor = {"mm3": 1.0, "cm3": 1000.0}
    for group in groups:
        wanted = case["volumes"].get(str(group.tracking_uid))
        for measurement in group.get_measurements():
            if measurement.name.value == "118565006" and wanted is not None:
                volume = float(measurement.value) * factor[measurement.unit.value]
                if abs(volume - wanted) > 1e-6 * wanted:
                    return f"volume {volume}, expected {wanted}"
    return "identical"


def map_with_highdicom(folder, case):
    import highdicom
    import numpy

    image = highdicom.imread(folder / case["file"])
    shape = (len(case["slices"]), case["rows"], case["columns"])
    wanted = numpy.frombuffer((folder / case["values"]).read_bytes(), "<f4").reshape(shape)
    found = image.get_frames(apply_real_world_transform=True, dtype=numpy.float64)
    if not numpy.array_equal(found, wanted.astype(numpy.float64)):
        return f"values differ by {float(numpy.abs(found - wanted).max()):g}"
    if case["slices"][0]["position"]:
        volume = image.get_volume(apply_real_world_transform=True, dtype=numpy.float64)
        if not numpy.array_equal(numpy.sort(volume.array, None), numpy.sort(wanted.astype(numpy.float64), None)):
            return "its volume holds other values than its frames"
    return "identical"


def filled(lines, rows, columns):
    """Pixels whose middle lies inside an odd number of closed lines."""
    import numpy

    inside = numpy.zeros((rows, columns), int)
    x = numpy.arange(columns) + 0.5
    for line in lines:
        for (x1, y1), (x2, y2) in zip(line, line[1:]):
            first, last = (max(0, min(rows, math.ceil(end - 0.5))) for end in sorted((y1, y2)))
            for row in range(first, last):  # those whose middle lies between the ends
                inside[row] += x > x1 + (row + 0.5 - y1) * (x2 - x1) / (y2 - y1)
    return inside % 2


def marks_with_pydicom(folder, case):
    import numpy
    import pydicom

    state = pydicom.dcmread(folder / case["file"])
    place = {(s["instance"], s["frame"]): z for z, s in enumerate(case["slices"])}
    shown = {(i.ReferencedSOPInstanceUID) for s in state.ReferencedSeriesSequence for i in s.ReferencedImageSequence}
    layers = {layer.GraphicLayer for layer in state.GraphicLayerSequence}
    for segment, wanted in zip(case["segments"], expected(folder, case, "voxels")):
        found = numpy.zeros(wanted.shape, int)
        for item in state.GraphicAnnotationSequence:
            if item.GraphicLayer not in layers:
                return f"no layer {item.GraphicLayer}"
            if not any(t.UnformattedTextValue == segment["label"] for t in item.get("TextObjectSequence", [])):
                continue
            lines = [numpy.array(g.GraphicData).reshape(-1, 2) for g in item.get("GraphicObjectSequence", [])]
            for image in item.get("ReferencedImageSequence", []):
                if image.ReferencedSOPInstanceUID not in shown:
                    return "an image that the state is not for"
                z = place[(image.ReferencedSOPInstanceUID, int(image.get("ReferencedFrameNumber", 0)))]
                found[z] = filled(lines, case["rows"], case["columns"])
        if not numpy.array_equal(found, wanted):
            return f'{segment["label"]}: {found.sum()} pixels inside its outlines, expected {wanted.sum()}'
    return "identical"


def key_objects_with_highdicom(folder, case):
    import highdicom
    import pydicom

    document = highdicom.ko.KeyObjectSelectionDocument.from_dataset(pydicom.dcmread(folder / case["file"]))
    for item in document.content.get_references():
        uid = item.referenced_sop_instance_uid
        document.resolve_reference(uid)  # refuses what is not in the evidence
    return "identical"


def with_highdicom(folder, case):
    import highdicom

    if case["kind"] == "SEG":
        return seg_with_highdicom(folder, case)
    if case["kind"] == "SR":
        return report_with_highdicom(folder, case)
    if case["kind"] == "PM":
        return map_with_highdicom(folder, case)
    if case["kind"] == "PR":
        return marks_with_pydicom(folder, case)
    if case["kind"] == "KO":
        return key_objects_with_highdicom(folder, case)
    return "–"


def with_pydicom_seg(folder, case):
    import numpy
    import pydicom
    import pydicom_seg

    if case["kind"] != "SEG" or case["encoding"] == "LABELMAP" or not case["slices"][0]["position"]:
        return "–"
    result = pydicom_seg.SegmentReader().read(pydicom.dcmread(folder / case["file"]))
    fractional = case["encoding"] == "FRACTIONAL"
    positions = numpy.array([s["position"] for s in case["slices"]], float)
    first = int(numpy.argmin(numpy.abs(positions - numpy.array(result.origin)).sum(1)))
    found = []
    for segment, wanted in zip(case["segments"], expected(folder, case, "probability" if fractional else "voxels")):
        number = next(n for n in result.available_segments if result.segment_infos[n].get("TrackingUID") == segment["tracking"])
        array = result.segment_data(number).astype(float)
        whole = numpy.zeros(wanted.shape)
        whole[first : first + array.shape[0]] = array * 255 if fractional and array.max() <= 1 else array
        found.append(whole)
    return compare(case, found, expected(folder, case, "probability" if fractional else "voxels"))


def main(judge, folder):
    folder = pathlib.Path(folder)
    try:
        if judge == "highdicom":
            import highdicom
        else:
            import pydicom_seg
    except ImportError as missing:
        print(f"SKIPPED: {missing}")
        return 77
    read = with_highdicom if judge == "highdicom" else with_pydicom_seg
    for case in json.loads((folder / "cases.json").read_text()):
        try:
            verdict = read(folder, case)
        except Exception as error:  # whatever a toolkit throws is its verdict
            verdict = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
        print(case["id"], verdict, sep="\t")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
