package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.signature.Origin;

/** Tells whose code a frame of a report runs. */
@FunctionalInterface
public interface FrameOrigins {

    /** Whose code it is. */
    Origin of(ParsedReport report, Frame frame);
}
