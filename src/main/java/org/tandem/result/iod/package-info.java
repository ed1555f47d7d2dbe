/**
 * What all objects that Tandem writes have in common.
 *
 * <p>An {@link org.tandem.result.iod.Iod} is a list of {@link org.tandem.result.iod.Module}s; a module is a record that
 * writes its attributes through {@link org.tandem.result.iod.ModuleWriter}, whose methods are the requirement types of
 * PS3.5 7.4. {@link org.tandem.result.iod.ResultContext} is what they are made of: source, algorithm, date, UIDs. Read
 * {@link org.tandem.result.iod.ModuleWriter} first.
 */
@NullMarked
package org.tandem.result.iod;

import org.jspecify.annotations.NullMarked;
