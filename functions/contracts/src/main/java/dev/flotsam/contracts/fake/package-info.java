/** Every port in memory. Values in and out are immutable records, so nothing a test holds changes behind its back. */
package dev.flotsam.contracts.fake;
