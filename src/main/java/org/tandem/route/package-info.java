/**
 * Which series go to which model, and where the results go.
 *
 * <p>In come the facts of a complete series, out go matches, each with the reason. Read {@link org.tandem.route.Router}
 * first; rules are written in {@code conf/routes.yaml}.
 */
@NullMarked
package org.tandem.route;

import org.jspecify.annotations.NullMarked;
