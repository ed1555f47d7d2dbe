package org.tandem.inference;

import java.util.Map;
import org.tandem.volume.Volume;

/**
 * One way of getting probabilities for a prepared volume out of a network: at once, or window by window. Each output of
 * the signature comes back as a tensor over the whole volume.
 */
interface Pass {

    Map<String, Tensor> over(Volume prepared);
}
