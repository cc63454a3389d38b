package dev.flotsam.report;

/**
 * One report of a document.
 *
 * @param part which, as JSON path; empty when it is the whole document
 * @param result what it turned out to be
 */
record DocumentPart(String part, ReadResult result) {}
