"""Ellipses in pictures: the marks whose centre, outline and area the tests know.

Pixels are counted from 0; the centre of the first pixel is (0, 0). So the DICOM point of SCOORD, which counts from the
corner of the first pixel (PS3.3 C.18.6.1.2), is half a pixel more.
"""

import dataclasses
import math

import numpy

POINTS = 7  # along each side of a pixel; odd, so that no pixel lies half inside by symmetry


@dataclasses.dataclass
class Ellipse:
    """Half axes in pixels; the first is turned by so many degrees from the rows towards the columns."""

    x: float
    y: float
    a: float
    b: float
    degrees: float = 0.0

    def share(self, rows, columns):
        """The share of each pixel that lies inside."""
        within = (numpy.arange(POINTS) + 0.5) / POINTS - 0.5
        y = (numpy.arange(rows)[:, None] + within).ravel() - self.y
        x = (numpy.arange(columns)[:, None] + within).ravel() - self.x
        cosine, sine = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        along = (x[None, :] * cosine + y[:, None] * sine) / self.a
        across = (y[:, None] * cosine - x[None, :] * sine) / self.b
        inside = along**2 + across**2 <= 1
        return inside.reshape(rows, POINTS, columns, POINTS).mean(axis=(1, 3))

    def area(self):
        """In pixels."""
        return math.pi * self.a * self.b


def over(picture, ellipse, value):
    """The picture with the ellipse painted over it."""
    share = ellipse.share(*picture.shape[:2])
    if picture.ndim == 3:
        share = share[:, :, None]
    return picture * (1 - share) + numpy.asarray(value, float) * share


def told(name, mask, ellipse):
    """Prints what the README states of a mark."""
    y, x = (index.mean() for index in numpy.nonzero(mask))
    print(f"{name}: {mask.sum()} pixels, ellipse {ellipse.area():.1f}, centroid x {x:.2f} y {y:.2f}")
