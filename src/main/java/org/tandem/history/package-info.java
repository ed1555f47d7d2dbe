/**
 * What was said before of the same patient: which reports a new one replaces, and which findings are known already.
 *
 * <p>In: a run about to say something, and what came of it. Out: the {@link org.tandem.result.ResultHistory} that it is
 * built on. Read {@link org.tandem.history.History} first.
 */
@NullMarked
package org.tandem.history;

import org.jspecify.annotations.NullMarked;
