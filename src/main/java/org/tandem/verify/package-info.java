/**
 * What whoever brings a model has in hands: a draft of its manifest, and a trial before a hospital makes one: does the
 * network fit its manifest, and does it still say what it said.
 *
 * <p>In comes a network's signature or a model, out come a manifest to be filled in or sentences about what is wrong.
 * Read {@link org.tandem.verify.ManifestDraft}, {@link org.tandem.verify.SignatureCheck} and
 * {@link org.tandem.verify.GoldenCase} first.
 */
@NullMarked
package org.tandem.verify;

import org.jspecify.annotations.NullMarked;
