#!/usr/bin/env python3
"""Makes ct-lungs/: a small chest with three nodules, and vessels that run past them, as one CT series in JPEG-LS.

    python3 test-dicom/generate/lungs.py
    python3 test-dicom/generate/lungs.py OUT COUNT

The second form draws COUNT other chests, with no to four nodules at random places, into the folder OUT in the layout of LIDC-IDRI
(one XML of four readers a series, who all saw the same), for tandem evaluate. They are drawings: they tell how a detector and its
measures work, never how well it does on people.

288 x 288 x 36 voxels of 0.75 x 0.75 x 2.5 mm. Nodules are balls; vessels are tubes that branch away from each hilum. A voxel's
value is what its middle lies in, blurred as a scanner would, with noise as a scanner's. Compressed with pylibjpeg's pyjpegls.
"""

import pathlib
import sys

import numpy
from pydicom import dcmread
from pydicom.uid import JPEGLSLossless
from scipy import ndimage
from synthetic import CT_IMAGE_STORAGE, TEST_DICOM, decimal, empty_folder, image, pixels, save, slice_geometry, uid, window

SIZE = (36, 288, 288)  # z y x
SPACING = numpy.array([2.5, 0.75, 0.75])
ORIGIN = numpy.array([-220.0, -110.0, -107.6])  # of the first voxel, LPS mm, z y x
INTERCEPT = -1024
AIR, LUNG, FAT, SOFT, BLOOD, BONE = -1000.0, -860.0, -95.0, 45.0, 40.0, 420.0
NODULES = [  # middle x y z in LPS mm, radius in mm, HU
    ((-52.0, 6.0, -180.0), 6.0, 20.0),
    ((46.0, -22.0, -162.5), 4.0, 0.0),
    ((40.0, 30.0, -195.0), 8.0, 30.0),
]


def coordinates():
    z, y, x = (ORIGIN[axis] + SPACING[axis] * numpy.arange(SIZE[axis]) for axis in range(3))
    return x[None, None, :], y[None, :, None], z[:, None, None]


def ellipse(x, y, middle, half_axes):
    return ((x - middle[0]) / half_axes[0]) ** 2 + ((y - middle[1]) / half_axes[1]) ** 2


def tube(volume, where, start, end, radius, value):
    """Draws a tube that tapers to half its radius, where it is allowed to be."""
    x, y, z = where
    start, way = numpy.array(start), numpy.array(end) - numpy.array(start)
    along = ((x - start[0]) * way[0] + (y - start[1]) * way[1] + (z - start[2]) * way[2]) / (way @ way)
    along = numpy.clip(along, 0, 1)
    distance = (x - start[0] - along * way[0]) ** 2 + (y - start[1] - along * way[1]) ** 2 + (z - start[2] - along * way[2]) ** 2
    volume[distance < (radius * (1 - along / 2)) ** 2] = value


def vessels(volume, where, random, side):
    """A tree of tubes from the hilum at this side (-1 right, 1 left) outwards."""
    ends = [(numpy.array([side * 16.0, 4.0, -180.0]), numpy.array([side * 1.0, 0.0, 0.0]), 4.0)]
    while ends:
        start, direction, radius = ends.pop()
        for _ in range(3 if radius > 1.2 else 0):
            turned = direction + random.normal(0, 0.75, 3)
            turned /= numpy.linalg.norm(turned)
            end = start + turned * radius * random.uniform(5, 8)
            tube(volume, where, start, end, radius * 0.8, BLOOD)
            ends.append((end, turned, radius * 0.62))


def chest(nodules, random):
    """Hounsfield units, array z y x."""
    where = x, y, z = coordinates()
    volume = numpy.full(SIZE, AIR)
    body = numpy.broadcast_to(ellipse(x, y, (0, 0), (101, 78)), SIZE)
    volume[body < 1] = FAT
    volume[body < 0.88] = SOFT
    wall = ellipse(x, y, (0, 0), (88, 66))
    ribs = (abs(wall - 1) < 0.06) & (abs((z + y * 0.35) % 22 - 11) < 4.5)
    volume[ribs] = BONE
    lungs = numpy.zeros(SIZE, bool)
    for side in (-1, 1):
        narrower = 1 - ((z + 175) / 130) ** 2
        lungs |= ellipse(x, y, (side * 44, 2), (34, 54)) < narrower
    volume[lungs] = LUNG
    tree = volume.copy()
    for side in (-1, 1):
        vessels(tree, where, random, side)
    volume[lungs] = tree[lungs]
    volume[numpy.broadcast_to(ellipse(x, y, (0, 56), (15, 13)), SIZE) < 1] = BONE / 2
    volume[numpy.broadcast_to(ellipse(x, y, (8, -18), (34, 30)), SIZE) + ((z + 215) / 38) ** 2 < 1] = BLOOD  # the heart
    volume[numpy.broadcast_to(ellipse(x, y, (0, 10), (7, 8)), SIZE) < 1] = AIR  # the trachea
    for (a, b, c), radius, value in nodules:
        volume[(x - a) ** 2 + (y - b) ** 2 + (z - c) ** 2 < radius**2] = value
    volume = ndimage.gaussian_filter(volume, (0.35, 0.8, 0.8))
    noise = ndimage.gaussian_filter(random.normal(0, 1, SIZE), (0, 0.7, 0.7))
    return numpy.rint(numpy.maximum(volume + noise / noise.std() * 12, INTERCEPT))


def write(name, folder, volume):
    """One CT series in JPEG-LS. Answers the UIDs of the slices and of the series."""
    slices = []
    for k, plane in enumerate(volume):
        data = image(CT_IMAGE_STORAGE, name, k + 1, ("Tandem^Lungs", "TANDEM-0012"))
        data.ImageType = ["DERIVED", "SECONDARY", "AXIAL"]
        data.Modality = "CT"
        data.BodyPartExamined = "CHEST"
        data.KVP = None
        position = ORIGIN[::-1] + numpy.array([0, 0, k * SPACING[0]])
        slice_geometry(data, position, numpy.eye(3)[:2], SPACING[::-1], uid(name, "frame of reference"))
        data.SpacingBetweenSlices = decimal(SPACING[0])
        data.RescaleIntercept, data.RescaleSlope, data.RescaleType = str(INTERCEPT), "1", "HU"
        pixels(data, plane - INTERCEPT, 12)
        window(data, -500, 1500)
        path = folder / f"IM{k + 1:04d}.dcm"
        save(data, path)
        compress(path)
        slices.append(data.SOPInstanceUID)
    return slices, data.SeriesInstanceUID


def compress(path):
    """In JPEG-LS, without loss."""
    data = dcmread(path)
    data.compress(JPEGLSLossless, generate_instance_uid=False)
    data.save_as(path, enforce_file_format=True)


def some_nodules(random):
    """No to four balls well within the lungs, apart from each other and from the trachea."""
    nodules = []
    for _ in range(random.integers(0, 5)):
        radius = random.uniform(2.5, 8)
        side, height = random.choice((-1, 1)), random.uniform(-212, -142)
        angle, out = random.uniform(0, 2 * numpy.pi), random.uniform(0, 0.75)
        middle = numpy.array([side * 44 + 30 * out * numpy.cos(angle), 2 + 48 * out * numpy.sin(angle), height])
        if all(numpy.linalg.norm(middle - other) > 25 for other, _, _ in nodules):
            nodules.append((middle, radius, random.uniform(-150, 40)))
    return nodules


def reading(nodules, slices):
    """What one reader marked: of each nodule and slice the pixels around it, the first ones that are not of it."""
    x, y, z = coordinates()
    text = ""
    for number, (middle, radius, _) in enumerate(nodules, 1):
        ball = (x - middle[0]) ** 2 + (y - middle[1]) ** 2 + (z - middle[2]) ** 2 < radius**2
        text += f"<unblindedReadNodule><noduleID>Nodule {number:03d}</noduleID>\n"
        for k in numpy.flatnonzero(ball.any((1, 2))):
            rows, columns = numpy.nonzero(ndimage.binary_dilation(ball[k]) & ~ball[k])
            edges = "".join(f"<edgeMap><xCoord>{c}</xCoord><yCoord>{r}</yCoord></edgeMap>" for r, c in zip(rows, columns))
            text += f"<roi><imageZposition>{z[k, 0, 0]}</imageZposition><imageSOP_UID>{slices[k]}</imageSOP_UID><inclusion>TRUE</inclusion>{edges}</roi>\n"
        text += "</unblindedReadNodule>\n"
    return text


def draw(out, number):
    name = f"drawn-{number:03d}"
    random = numpy.random.default_rng((20, number))
    nodules = some_nodules(random)
    folder = empty_folder(out / name)
    slices, series = write(name, folder, chest(nodules, random))
    session = f"<readingSession><annotationVersion>3.12</annotationVersion>{reading(nodules, slices)}</readingSession>\n"
    (folder / "readings.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<LidcReadMessage xmlns="http://www.nih.gov"><ResponseHeader><Version>1.8.1</Version>'
        f"<SeriesInstanceUid>{series}</SeriesInstanceUid></ResponseHeader>\n{session * 4}</LidcReadMessage>\n"
    )


def main():
    if len(sys.argv) == 3:
        for number in range(1, int(sys.argv[2]) + 1):
            draw(pathlib.Path(sys.argv[1]), number)
        return
    name = "ct-lungs"
    write(name, empty_folder(TEST_DICOM / name), chest(NODULES, numpy.random.default_rng(20)))


if __name__ == "__main__":
    main()
