/**
 * .ips, the JSON that Apple's systems write since iOS 15: a header line and a body, told apart by bug type.
 *
 * <p>{@link dev.flotsam.report.ips.IpsReader} is the entry. 309 and 308 are crashes; 109 is crash text under a JSON
 * header; 298 is a JetsamEvent, which core/memory reads on; the others are recognised and summarised.
 */
package dev.flotsam.report.ips;
