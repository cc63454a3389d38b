/**
 * PLCrashReporter's protobuf: "plcrash", a version byte, and a CrashReport message.
 *
 * <p>{@link dev.flotsam.report.plcrash.PlCrashReader} is the entry. Fields are read by number with protobuf's own stream
 * reader: no generated code, no descriptors, no reflection. Source: microsoft/plcrashreporter,
 * Source/PLCrashReport.proto.
 */
package dev.flotsam.report.plcrash;
