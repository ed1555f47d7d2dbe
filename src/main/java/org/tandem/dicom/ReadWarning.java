package org.tandem.dicom;

/**
 * Something in a file or stream that is against the standard and was understood all the same.
 *
 * @param tag the element concerned
 * @param offsetBytes where it stands, counted from the beginning of the file or stream
 * @param message what was found and what was made of it; never a value
 */
public record ReadWarning(int tag, long offsetBytes, String message) {

    @Override
    public String toString() {
        return Tag.format(tag) + " at byte " + offsetBytes + ": " + message;
    }
}
