package org.tandem.series;

/** Where the pixels of a source lie: in the patient, or only in the picture. */
public sealed interface SourceGeometry permits SliceGeometry, PictureGeometry {}
