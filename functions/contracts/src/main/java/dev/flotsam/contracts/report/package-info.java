/** Reports to start from: readable defaults, and only what a test is about said. */
package dev.flotsam.contracts.report;
