#!/usr/bin/env python3
"""Results that highdicom makes, and what highdicom reads of results of anybody, for Tandem's readers to agree with.

  foreign_results.py make OUT SERIES   writes segmentations and parametric maps over the CT of a folder
  foreign_results.py read OUT FILE...  writes OUT/n.txt and OUT/n.raw for the n-th file (from 0)

n.txt: "segment" lines (number, label, category, type, algorithm type, algorithm name, version, tracking ID, tracking UID,
CIELab, regions; by tabs), "affine" (16 numbers, of voxel indices k j i to LPS mm), "shape" (n k j i); n.raw: float32,
little endian: fractions of each segment, or values of the map. A file that highdicom refuses has a line "refused".
Exit 77 if highdicom is not installed.
"""
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
try:
    import highdicom
    import numpy
    import pydicom
    from pydicom.sr.codedict import codes
    from pydicom.uid import JPEG2000Lossless, RLELossless, JPEGLSLossless, ExplicitVRLittleEndian
except ImportError as missing:
    print(f"SKIPPED: {missing}")
    sys.exit(77)

CENTRE = numpy.array([5.0, -8.0, 102.0])
MADE = dict(series_number=900, instance_number=1, manufacturer="highdicom", manufacturer_model_name="judge",
            software_versions="1", device_serial_number="1")


def load(folder):
    images = [pydicom.dcmread(p) for p in sorted(pathlib.Path(folder).glob("*.dcm"))]
    images.sort(key=lambda i: i.InstanceNumber)
    return images


def distances(images):
    """Distance of every voxel from the centre of the ball, in mm: z, y, x."""
    result = []
    for image in images:
        right, down = (numpy.array(image.ImageOrientationPatient[i : i + 3], float) for i in (0, 3))
        rows, columns = numpy.mgrid[0 : image.Rows, 0 : image.Columns].astype(float)
        points = (numpy.array(image.ImagePositionPatient, float) + columns[..., None] * right * float(image.PixelSpacing[1])
                  + rows[..., None] * down * float(image.PixelSpacing[0]))
        result.append(numpy.linalg.norm(points - CENTRE, axis=-1))
    return numpy.stack(result)


def describe(number, label, kind, **more):
    return highdicom.seg.SegmentDescription(
        number, label, codes.SCT.AnatomicalStructure, kind, "AUTOMATIC",
        highdicom.AlgorithmIdentificationSequence("judge-net", codes.DCM.ArtificialIntelligence, "2.1", source="judges"),
        tracking_uid=f"1.2.3.{number}", tracking_id=f"{label} {number}",
        display_color=highdicom.color.CIELabColor(60.0, 20.0 * (number % 5), -30.0), **more)


def make(out, series):
    out = pathlib.Path(out)
    images = load(series)
    d = distances(images)
    ball, core, shell = d < 15, d < 7, (d < 15) & (d >= 7)
    two = [describe(1, "Ball", codes.SCT.Liver), describe(2, "Core", codes.SCT.Kidney, anatomic_regions=[codes.SCT.Abdomen])]

    def write(name, pixels, kind, described=two, syntax=ExplicitVRLittleEndian, of=images, **more):
        try:
            seg = highdicom.seg.Segmentation(
                of, pixels, kind, described, series_instance_uid=f"1.2.4.{len(name)}", sop_instance_uid=highdicom.UID(),
                transfer_syntax_uid=syntax, **MADE, **more)
        except (RuntimeError, ImportError) as no_encoder:
            print(f"not made: {name}: {str(no_encoder).splitlines()[0]}")
            return None
        seg.save_as(out / f"{name}.dcm")
        return seg

    overlapping = numpy.stack([ball, core], -1).astype(numpy.uint8)
    labels = (shell + 2 * core).astype(numpy.uint8)
    soft = numpy.stack([numpy.clip(1.2 - d / 15, 0, 1), numpy.clip(1.5 - d / 7, 0, 1)], -1)
    write("binary", overlapping, "BINARY")
    write("binary-whole", overlapping, "BINARY", omit_empty_frames=False)
    write("binary-j2k", overlapping, "BINARY", syntax=JPEG2000Lossless)
    for name, syntax in (("", ExplicitVRLittleEndian), ("-rle", RLELossless), ("-j2k", JPEG2000Lossless), ("-jls", JPEGLSLossless)):
        write("fractional" + name, soft, "FRACTIONAL", syntax=syntax, max_fractional_value=200)
        write("labelmap" + name, labels, "LABELMAP", syntax=syntax)
    write("labelmap-16", labels.astype(numpy.uint16) * 300, "LABELMAP",
          [describe(300, "Shell", codes.SCT.Liver), describe(600, "Core", codes.SCT.Kidney)])
    write("slices-backwards", overlapping[::-1], "BINARY", of=images[::-1])

    shuffled = write("frames-shuffled", overlapping, "BINARY")
    order = numpy.random.default_rng(4).permutation(shuffled.NumberOfFrames)
    bits = numpy.unpackbits(numpy.frombuffer(shuffled.PixelData, numpy.uint8), bitorder="little")
    frame = shuffled.Rows * shuffled.Columns
    frames = bits[: frame * shuffled.NumberOfFrames].reshape(-1, frame)[order]
    groups = list(shuffled.PerFrameFunctionalGroupsSequence)
    shuffled.PerFrameFunctionalGroupsSequence = [groups[i] for i in order]
    shuffled.PixelData = numpy.packbits(frames.ravel(), bitorder="little").tobytes()
    shuffled.save_as(out / "frames-shuffled.dcm")

    mapping = highdicom.pm.RealWorldValueMapping(
        "score", "score of the model", codes.UCUM.NoUnits, (0.0, 100.0), slope=1.0, intercept=0.0)
    halved = highdicom.pm.RealWorldValueMapping("half", "half", codes.UCUM.NoUnits, (0, 4095), slope=0.5, intercept=-10.0)
    for name, pixels, how in (("float", d.astype(numpy.float32), mapping), ("double", d.astype(numpy.float64), mapping),
                              ("integer", (d * 20).astype(numpy.uint16), halved)):
        highdicom.pm.ParametricMap(
            images, pixels, "1.2.5.1", sop_instance_uid=highdicom.UID(), contains_recognizable_visual_features=False,
            real_world_value_mappings=[how], window_center=50, window_width=100, **MADE).save_as(out / f"map-{name}.dcm")


def code(sequence):
    return f"{sequence[0].CodeValue},{sequence[0].CodingSchemeDesignator}" if sequence else ""


def segment_line(s):
    algorithm = s.get("SegmentationAlgorithmIdentificationSequence")
    return "\t".join([
        "segment", str(s.SegmentNumber), str(s.SegmentLabel), code(s.get("SegmentedPropertyCategoryCodeSequence")),
        code(s.get("SegmentedPropertyTypeCodeSequence")), str(s.get("SegmentAlgorithmType", "")),
        str(algorithm[0].AlgorithmName if algorithm else s.get("SegmentAlgorithmName", "")),
        str(algorithm[0].AlgorithmVersion if algorithm else ""), str(s.get("TrackingID", "")), str(s.get("TrackingUID", "")),
        ",".join(str(v) for v in s.get("RecommendedDisplayCIELabValue", [])),
        ";".join(code([r]) for r in s.get("AnatomicRegionSequence", []))])


def volume_of(path):
    plain = pydicom.dcmread(path)
    if plain.SOPClassUID.name == "Parametric Map Storage":
        volume = highdicom.imread(path).get_volume(dtype=numpy.float64)
        return [], volume, volume.array[None]
    seg = highdicom.seg.segread(path)
    numbers = list(seg.segment_numbers)
    lines = [segment_line(s) for s in plain.SegmentSequence if s.SegmentNumber in numbers]
    if plain.SegmentationType == "LABELMAP":
        # highdicom 0.28 cuts numbers above 255 to 8 bits where segments are not combined
        volume = seg.get_volume(combine_segments=True, dtype=numpy.uint16)
        return lines, volume, numpy.stack([volume.array == n for n in numbers])
    volume = seg.get_volume(combine_segments=False, segment_numbers=numbers)
    return lines, volume, numpy.moveaxis(volume.array, -1, 0)


def read(out, *files):
    for number, path in enumerate(files):
        try:
            lines, volume, values = volume_of(path)
        except Exception as refusal:
            pathlib.Path(out, f"{number}.txt").write_text(f"refused\t{refusal}\n".replace("\n", " "))
            continue
        lines.append("affine\t" + "\t".join(repr(float(v)) for v in volume.affine.ravel()))
        lines.append("shape\t" + "\t".join(str(v) for v in values.shape))
        pathlib.Path(out, f"{number}.txt").write_text("\n".join(lines) + "\n")
        pathlib.Path(out, f"{number}.raw").write_bytes(numpy.ascontiguousarray(values, "<f4").tobytes())


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] not in ("make", "read"):
        sys.exit(__doc__)
    (make if sys.argv[1] == "make" else read)(*sys.argv[2:])
