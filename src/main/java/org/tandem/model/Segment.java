package org.tandem.model;

import org.tandem.dicom.Code;

/**
 * One segment that a segmentation output produces (PS3.3 C.8.20.4).
 *
 * @param channel index in the last axis of the output tensor, from 0
 */
public record Segment(int channel, Meaning meaning) {

    public Segment(int channel, String label, Code category, Code type) {
        this(channel, Meaning.of(label, category, type));
    }

    public String label() {
        return meaning.label();
    }

    public Code category() {
        return meaning.category();
    }

    public Code type() {
        return meaning.type();
    }
}
