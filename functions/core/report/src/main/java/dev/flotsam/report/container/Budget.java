package dev.flotsam.report.container;

/** What is left of an upload's limits, over all its layers. */
final class Budget {
    private final ContainerLimits limits;
    private long packed;
    private long unpacked;
    private int entries;

    Budget(ContainerLimits limits) {
        this.limits = limits;
    }

    void packed(long bytes) {
        packed += bytes;
    }

    /** Counts unpacked bytes of the outermost unpacking layer. */
    void unpacked(long bytes) throws LimitExceeded {
        unpacked += bytes;
        if (unpacked > limits.uploadBytes()) {
            throw new LimitExceeded("too-large", "unpacks to more than " + limits.uploadBytes() + " bytes");
        }
        if (unpacked > ContainerLimits.RATIO_FLOOR && unpacked / limits.ratio() > packed) {
            throw new LimitExceeded(
                    "too-dense",
                    "unpacks to " + unpacked + " bytes out of " + packed + ": more than 1:" + limits.ratio());
        }
    }

    void entry() throws LimitExceeded {
        if (++entries > limits.entries()) {
            throw new LimitExceeded("too-many", "holds more than " + limits.entries() + " files or lines");
        }
    }

    void depth(int depth) throws LimitExceeded {
        if (depth > limits.nesting()) {
            throw new LimitExceeded("too-deep", "containers nest more than " + limits.nesting() + " deep");
        }
    }

    int reportBytes() {
        return limits.reportBytes();
    }
}
