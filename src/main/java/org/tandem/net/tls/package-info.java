/** Certificates, keys and trust from files that may change while the node runs, and the profile of BCP 195. */
@NullMarked
package org.tandem.net.tls;

import org.jspecify.annotations.NullMarked;
