/**
 * DICOM as bytes and as values. Bytes of a file, a stream or an array enter through {@link DicomFileReader} and
 * {@link DataSetReader} and leave through {@link DicomFileWriter} and {@link DataSetWriter}; in between stands the
 * immutable {@link DataSet}, the type to read first. Pixel data stay in their file ({@link Value.FileRegion}) until
 * someone opens them. {@link Dictionary}, {@link SopClasses} and {@link TransferSyntaxes} are tables of the standard.
 */
@NullMarked
package org.tandem.dicom;

import org.jspecify.annotations.NullMarked;
