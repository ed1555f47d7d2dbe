#!/usr/bin/env python3
"""Makes ct-sphere/ and ct-sphere-oblique/: a ball of 15 mm radius, +200 HU in -1000 HU, as CT series.

    python3 test-dicom/generate/sphere.py

64 x 64 x 40 voxels of 1 x 1 x 2 mm. A voxel's value is the mean of 7 x 7 x 7 points in it, so that cutting half way
(-400 HU) keeps the voxels that lie at least half inside the ball. The ball lies off the middle along every axis, each by
another amount, so that a turned or mirrored axis shows.
"""

import math

import numpy
from synthetic import (
    CT_IMAGE_STORAGE,
    TEST_DICOM,
    decimal,
    empty_folder,
    image,
    pixels,
    save,
    slice_geometry,
    uid,
    window,
)

SIZE = numpy.array([64, 64, 40])  # x y z
SPACING = numpy.array([1.0, 1.0, 2.0])
CENTRE = numpy.array([5.0, -8.0, 102.0])  # of the ball, LPS mm
CENTRE_INDEX = numpy.array([28.3, 35.6, 17.1])  # of the ball, in voxels
RADIUS = 15.0
INSIDE, OUTSIDE = 200.0, -1000.0
INTERCEPT = -1024
POINTS = 7  # odd, so that no voxel is exactly half inside


def axes(degrees_about_x, degrees_about_z):
    """Unit vectors of x, y, z of the array: the patient's axes, turned about x, then about z."""
    a, b = math.radians(degrees_about_x), math.radians(degrees_about_z)
    about_x = numpy.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
    about_z = numpy.array([[math.cos(b), -math.sin(b), 0], [math.sin(b), math.cos(b), 0], [0, 0, 1]])
    return (about_z @ about_x).T


def share_in_ball(size, spacing, centre_index, radius):
    """The share of each voxel that lies in a ball, array z y x; never a half exactly."""
    within = (numpy.arange(POINTS) + 0.5) / POINTS - 0.5
    squares = []
    for n, step, centre in zip(size, spacing, centre_index):
        squares.append((((numpy.arange(n)[:, None] + within) - centre) * step) ** 2)
    x, y, z = squares
    share = numpy.empty(size[::-1])
    for k in range(size[2]):
        plane = y[:, None, :, None] + x[None, :, None, :]
        share[k] = sum((plane + depth <= radius**2).mean(axis=(2, 3)) for depth in z[k]) / POINTS
    return share


def voxels():
    """Hounsfield units, array z y x. No voxel is -400 HU exactly."""
    return numpy.rint(OUTSIDE + (INSIDE - OUTSIDE) * share_in_ball(SIZE, SPACING, CENTRE_INDEX, RADIUS))


def write(name, directions):
    folder = empty_folder(TEST_DICOM / name)
    origin = CENTRE - (CENTRE_INDEX * SPACING) @ directions
    hounsfield = voxels()
    for k, plane in enumerate(hounsfield):
        data = image(CT_IMAGE_STORAGE, name, k + 1, ("Tandem^Sphere", "TANDEM-0002"))
        data.ImageType = ["DERIVED", "SECONDARY", "AXIAL"]
        data.Modality = "CT"
        data.BodyPartExamined = "ABDOMEN"
        data.KVP = None
        position = origin + k * SPACING[2] * directions[2]
        slice_geometry(data, position, directions[:2], SPACING, uid(name, "frame of reference"))
        data.SpacingBetweenSlices = decimal(SPACING[2])
        data.RescaleIntercept, data.RescaleSlope, data.RescaleType = str(INTERCEPT), "1", "HU"
        pixels(data, plane - INTERCEPT, 12)
        window(data, -400, 1400)
        save(data, folder / f"IM{k + 1:04d}.dcm")
    inside = hounsfield > (INSIDE + OUTSIDE) / 2
    z, y, x = (index.mean() for index in numpy.nonzero(inside))
    centroid = origin + (numpy.array([x, y, z]) * SPACING) @ directions
    print(
        f"{name}: analytic {4 / 3 * math.pi * RADIUS**3:.1f} mm3, above -400 HU {inside.sum()} voxels ="
        f" {inside.sum() * SPACING.prod():.0f} mm3, centroid {numpy.round(centroid, 2).tolist()}"
    )


if __name__ == "__main__":
    write("ct-sphere", axes(0, 0))
    write("ct-sphere-oblique", axes(20, 15))
