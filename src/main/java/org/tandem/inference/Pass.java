package org.tandem.inference;

/**
 * One way of getting answers for a prepared exam out of a network: at once, slice by slice, or window by window.
 * Techniques that work on answers are passes around passes.
 */
interface Pass {

    Answers over(Prepared prepared);
}
