package org.tandem.model;

import org.tandem.dicom.Code;

/**
 * One segment that a segmentation output produces (PS3.3 C.8.20.4).
 *
 * @param channel index in the last axis of the output tensor, from 0
 * @param label Segment Label (0062,0005), at most 64 characters
 * @param category Segmented Property Category, CID 7150
 * @param type Segmented Property Type, CID 7151
 */
public record Segment(int channel, String label, Code category, Code type) {}
