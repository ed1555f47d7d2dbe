package org.tandem.result.read;

import java.util.Arrays;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Vector3;

/**
 * Where a frame lies in the patient (PS3.3 C.7.6.2), in mm, LPS.
 *
 * @param position of the centre of the first pixel
 * @param right direction in which the column index increases, of length 1
 * @param down direction in which the row index increases, of length 1
 * @param columnSpacingMm between the centres of neighbours in a row
 * @param rowSpacingMm between the centres of neighbours in a column
 */
public record FramePlane(Vector3 position, Vector3 right, Vector3 down, double columnSpacingMm, double rowSpacingMm) {

    /** Direction cosines are rounded, their lengths and right angle too. */
    private static final double PERPENDICULAR_TOLERANCE = 1e-3;

    private static final double DIRECTION_TOLERANCE = 1e-4;

    public FramePlane {
        boolean perpendicular = Math.abs(right.dot(down)) < PERPENDICULAR_TOLERANCE
                && Math.abs(right.length() - 1) < PERPENDICULAR_TOLERANCE
                && Math.abs(down.length() - 1) < PERPENDICULAR_TOLERANCE;
        if (!perpendicular) {
            throw refused(
                    "Image Orientation (Patient)",
                    describe(right) + "\\" + describe(down),
                    "two directions of length 1 at a right angle");
        }
        if (!(columnSpacingMm > 0 && rowSpacingMm > 0 && Double.isFinite(columnSpacingMm + rowSpacingMm))) {
            throw refused("Pixel Spacing", rowSpacingMm + "\\" + columnSpacingMm, "two positive numbers");
        }
        if (!Double.isFinite(position.length())) {
            throw refused("Image Position (Patient)", describe(position), "three numbers");
        }
        right = right.unit();
        down = down.unit();
    }

    /** What a frame says of where it lies; none where it lacks position, orientation or spacing. */
    public static Optional<FramePlane> of(FrameGroups frame) {
        double[] position = numbers(frame, Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, 3);
        double[] directions = numbers(frame, Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 6);
        double[] spacing = numbers(frame, Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING, 2);
        if (position.length == 0 || directions.length == 0 || spacing.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new FramePlane(
                vector(position, 0), vector(directions, 0), vector(directions, 3), spacing[1], spacing[0]));
    }

    /** Direction from slice to slice: right × down. */
    public Vector3 normal() {
        return right.cross(down).unit();
    }

    /** How far along the normal the frame lies. */
    public double heightMm() {
        return position.dot(normal());
    }

    /** Patient position of a point; whole numbers are the centres of pixels. */
    public Vector3 toPatient(double column, double row) {
        return position.plus(right.times(column * columnSpacingMm)).plus(down.times(row * rowSpacingMm));
    }

    /** Column, row and distance from the plane in mm, of a patient position. */
    public Vector3 toPixel(Vector3 patient) {
        Vector3 offset = patient.minus(position);
        return new Vector3(offset.dot(right) / columnSpacingMm, offset.dot(down) / rowSpacingMm, offset.dot(normal()));
    }

    /** Whether rows and columns of both run the same way. */
    public boolean alignedWith(FramePlane other) {
        return right.minus(other.right).length() <= DIRECTION_TOLERANCE
                && down.minus(other.down).length() <= DIRECTION_TOLERANCE;
    }

    private static double[] numbers(FrameGroups frame, int sequence, int tag, int count) {
        DataSet group = frame.group(sequence);
        double[] numbers = group.decimals(tag);
        if (numbers.length != 0 && numbers.length != count) {
            throw refused(Tag.format(tag), Arrays.toString(numbers), count + " numbers");
        }
        return numbers;
    }

    private static Vector3 vector(double[] numbers, int first) {
        return new Vector3(numbers[first], numbers[first + 1], numbers[first + 2]);
    }

    private static String describe(Vector3 vector) {
        return vector.x() + "\\" + vector.y() + "\\" + vector.z();
    }

    private static TandemException refused(String what, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Plane of a frame, " + what + ": got " + got + ", expected " + expected);
    }
}
