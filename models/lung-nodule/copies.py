"""Finds patches that show the same place of the same scan.

LUNA16's candidates are numbered by rows of its table, scan after scan, some 620 rows each; a nodule can be there several times, some
pixels apart. Two patches are taken for one place when their numbers are at most SCAN_ROWS apart and their middles correlate by at least
ALIKE at some shift of up to SHIFT pixels, in any quarter turn or mirror image.
"""

import numpy

SCAN_ROWS = 2000
MIDDLE, SHIFT = 24, 6
ALIKE = 0.85
"""Of nodules of different scans, of which some 800 are compared with each, half are less alike than 0.90 in the best case; of those close in
number, some four are compared with each, so that hardly one in a hundred would be taken for the same by chance."""


def normed(windows):
    flat = windows.reshape(len(windows), -1).astype(numpy.float32)
    flat = flat - flat.mean(1, keepdims=True)
    return flat / (numpy.linalg.norm(flat, axis=1, keepdims=True) + 1e-6)


def all_views(patch):
    """The windows of a patch at all shifts, in all quarter turns and mirror images."""
    margin = (patch.shape[0] - MIDDLE) // 2
    views = [numpy.rot90(side, turns) for turns in range(4) for side in (patch, patch[:, ::-1])]
    places = range(margin - SHIFT, margin + SHIFT + 1)
    return numpy.stack([view[y : y + MIDDLE, x : x + MIDDLE] for view in views for y in places for x in places])


def likeness(patch, others):
    """The highest correlation of the middle of `patch` with windows of any of `others`."""
    margin = (patch.shape[0] - MIDDLE) // 2
    middle = normed(patch[None, margin : margin + MIDDLE, margin : margin + MIDDLE])[0]
    return max((float((normed(all_views(other)) @ middle).max()) for other in others), default=-1.0)


def shown_among(patches, numbers, others, other_numbers):
    """For each of the patches, [N, 50, 50], whether its place is among the others too."""
    near = [others[numpy.abs(other_numbers - number) <= SCAN_ROWS] for number in numbers]
    return numpy.array([likeness(patch, close) >= ALIKE for patch, close in zip(patches, near)])
