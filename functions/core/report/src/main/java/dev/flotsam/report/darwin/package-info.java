/**
 * Facts of Apple's platforms that no report spells out: signal numbers, what exception and termination codes mean in
 * words, how wide an address is and what kind of place it points at.
 */
package dev.flotsam.report.darwin;
