/**
 * The database: implements the ports of other packages on H2 in a file or on PostgreSQL, with one folder of migrations.
 *
 * <p>Read {@code Database} first; each {@code Jdbc…} type stands beside the SQL that it runs.
 */
@NullMarked
package org.tandem.store;

import org.jspecify.annotations.NullMarked;
