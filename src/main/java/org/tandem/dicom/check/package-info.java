/**
 * What is wrong with an object by the standard, in words. A file or a {@link org.tandem.dicom.DataSet} enters
 * {@link ObjectCheck}; a {@link CheckReport} of {@link CheckFinding}s leaves, each with its place and its section.
 * Modules, functional groups and templates are tables among the resources, with edition and source in their heads,
 * written by {@code etc/modules/generate.py}.
 */
@NullMarked
package org.tandem.dicom.check;

import org.jspecify.annotations.NullMarked;
