/**
 * Shows what the node does: status page, health, metrics, and the few actions of administrators. On loopback only.
 *
 * <p>Read {@link org.tandem.web.StatusServer} first.
 */
@NullMarked
package org.tandem.web;

import org.jspecify.annotations.NullMarked;
