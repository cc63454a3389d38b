package dev.flotsam.memory.warning;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An OOM warning: a run whose memory crossed a threshold.
 *
 * @param highest highest memory of the run, in bytes
 * @param threshold the threshold it was measured against, in bytes
 * @param unit in which unit the client wrote, decided by magnitude
 * @param crossed when the threshold was first crossed (the client calls it LaunchTime)
 * @param run the run's identifier, if it came with one; empty otherwise
 * @param installation opaque key of the installation; empty if unknown
 * @param appId bundle identifier; empty if unknown
 * @param appVersion version of the app; empty if unknown
 * @param device model; empty if unknown
 * @param osVersion version of the system; empty if unknown
 */
public record MemoryWarning(
        long highest,
        Optional<Long> threshold,
        Unit unit,
        Optional<Instant> crossed,
        String run,
        String installation,
        String appId,
        String appVersion,
        String device,
        String osVersion) {
    public MemoryWarning {
        Objects.requireNonNull(unit, "unit");
        if (highest < 0) {
            throw new IllegalArgumentException("memory can't be negative: " + highest);
        }
    }

    /** Units that clients write memory in. */
    public enum Unit {
        MEGABYTES,
        BYTES
    }

    /** Whether the run crossed its threshold, as far as one is told. */
    public boolean crossedThreshold() {
        return threshold.isPresent() && highest > threshold.get();
    }
}
