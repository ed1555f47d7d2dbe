/**
 * What a model is: manifest, files, version.
 *
 * <p>In comes a folder of models; out come {@code Manifest}s that were read strictly. Read {@code Manifest} first.
 */
@NullMarked
package org.tandem.model;

import org.jspecify.annotations.NullMarked;
