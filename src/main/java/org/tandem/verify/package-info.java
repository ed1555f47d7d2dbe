/**
 * Tries a model before a hospital does: does its network fit its manifest, and does it still say what it said.
 *
 * <p>In comes a model, out come sentences about what is wrong. Read {@link org.tandem.verify.SignatureCheck} and
 * {@link org.tandem.verify.GoldenCase} first.
 */
@NullMarked
package org.tandem.verify;

import org.jspecify.annotations.NullMarked;
