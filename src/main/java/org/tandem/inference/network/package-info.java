/**
 * A loaded network, and what stands before it: batches, halves of them where memory lacks, whole numbers, several
 * networks asked together, mirrored views.
 */
@NullMarked
package org.tandem.inference.network;

import org.jspecify.annotations.NullMarked;
