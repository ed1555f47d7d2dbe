package org.tandem.volume;

/**
 * Three numbers: a point or direction in patient space (mm, LPS), or a value for each axis x, y, z of a {@link Grid}.
 */
public record Vector3(double x, double y, double z) {

    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The vector of length 1 in this direction. */
    public Vector3 unit() {
        return times(1 / length());
    }
}
