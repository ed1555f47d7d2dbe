package org.tandem.inference.window;

import org.tandem.inference.input.Prepared;
import org.tandem.inference.tensor.Answers;

/**
 * One way of getting answers for a prepared exam out of a network: at once, slice by slice, or window by window.
 * Techniques that work on answers are passes around passes.
 */
public interface Pass {

    Answers over(Prepared prepared);
}
