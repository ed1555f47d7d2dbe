package org.tandem.dicom;

/** Turns words from one byte order into the other. */
final class ByteSwap {

    private ByteSwap() {}

    /** Reverses the bytes of each whole word in place; a remainder shorter than a word stays as it is. */
    static void swap(byte[] bytes, int length, int wordBytes) {
        if (wordBytes == 1) {
            return;
        }
        for (int word = 0; word + wordBytes <= length; word += wordBytes) {
            swapWord(bytes, word, wordBytes);
        }
    }

    static void swapWord(byte[] bytes, int word, int wordBytes) {
        for (int low = word, high = word + wordBytes - 1; low < high; low++, high--) {
            byte kept = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = kept;
        }
    }
}
