#!/usr/bin/env python3
"""Reads a segmentation and a report of Tandem with pydicom and highdicom, which nobody here wrote.

  read_results.py SEG SR [EXPECTED.json]

Of each segment: pixels counted by pydicom and by highdicom agree, pixels times the volume of a voxel are the volume in
the report's measurement group of the same tracking UID. With EXPECTED.json, the mask is also the expected one, voxel by
voxel: {"positions": [[x, y, z] of each slice], "segments": {label: ["row row row" of each slice]}}.
Exit 0 if all holds, 1 if not, 77 if pydicom or highdicom is not installed.
"""
import json
import sys
import warnings

warnings.simplefilter("ignore")
try:
    import highdicom
    import numpy
    import pydicom
except ImportError as missing:
    print(f"SKIPPED: {missing}")
    sys.exit(77)


def frames(seg):
    """(segment number, position, pixels) of each frame, unpacked by hand from the one bit stream."""
    rows, columns = seg.Rows, seg.Columns
    bits = numpy.unpackbits(numpy.frombuffer(seg.PixelData, numpy.uint8), bitorder="little")
    for index, group in enumerate(seg.PerFrameFunctionalGroupsSequence):
        start = index * rows * columns
        yield (
            group.SegmentIdentificationSequence[0].ReferencedSegmentNumber,
            tuple(float(x) for x in group.PlanePositionSequence[0].ImagePositionPatient),
            bits[start : start + rows * columns].reshape(rows, columns),
        )


def voxel_volume_mm3(seg):
    measures = seg.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0]
    return float(measures.PixelSpacing[0]) * float(measures.PixelSpacing[1]) * float(measures.SpacingBetweenSlices)


def volumes_mm3(report):
    """Volume in mm3 of each tracking UID."""
    factor = {"mm3": 1.0, "cm3": 1000.0}
    return {
        group.tracking_uid: [
            float(m.value) * factor[m.unit.value] for m in group.get_measurements() if m.name.value == "118565006"
        ]
        for group in report.content.get_volumetric_roi_measurement_groups()
    }


def expected_mask(expected, label, position):
    z = expected["positions"].index(list(position))
    return numpy.array([[int(c) for c in row] for row in expected["segments"][label][z].split()])


def main(seg_path, sr_path, expected_path=None):
    seg = highdicom.seg.segread(seg_path)
    plain = pydicom.dcmread(seg_path)
    report = highdicom.sr.srread(sr_path)
    expected = json.load(open(expected_path)) if expected_path else None
    volumes = volumes_mm3(report)
    # highdicom's own reading: z, y, x, segment
    array = seg.get_volume(combine_segments=False).array
    failures = 0
    for channel, segment in enumerate(plain.SegmentSequence):
        of_segment = [(p, a) for n, p, a in frames(plain) if n == segment.SegmentNumber]
        count = int(sum(a.sum() for _, a in of_segment))
        volume = count * voxel_volume_mm3(plain)
        reported = volumes.get(segment.TrackingUID, [])
        problems = []
        if int(array[..., channel].sum()) != count:
            problems.append(f"highdicom counts {int(array[..., channel].sum())}")
        if not reported or any(abs(v - volume) > 1e-6 * volume for v in reported):
            problems.append(f"report says {reported} mm3")
        if expected:
            wanted = sum(row.count("1") for row in expected["segments"][segment.SegmentLabel])
            same = all((expected_mask(expected, segment.SegmentLabel, p) == a).all() for p, a in of_segment)
            if wanted != count or not same:
                problems.append(f"mask is not the expected one of {wanted} voxels")
        failures += len(problems)
        verdict = "; ".join(problems) or f"report agrees ({len(reported)} values)" + (", mask identical" if expected else "")
        print(f"{segment.SegmentLabel}: {count} voxels, {volume:.6g} mm3: {verdict}")
    if sorted(volumes) != sorted(s.TrackingUID for s in plain.SegmentSequence):
        print("tracking UIDs of report and segmentation differ")
        failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:4]))
