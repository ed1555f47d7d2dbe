/**
 * The work of a node: which jobs there are, where each stands, what runs next.
 *
 * <p>In come orders (a series, a model, destinations); out go results, delivered. Read {@code Work} first, then
 * {@code SeriesProcessor}.
 */
@NullMarked
package org.tandem.work;

import org.jspecify.annotations.NullMarked;
