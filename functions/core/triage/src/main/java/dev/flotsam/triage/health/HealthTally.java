package dev.flotsam.triage.health;

import dev.flotsam.memory.atlas.Headroom;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Tally;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sums of one version: they are kept in a {@link Tally}, whose parts this names.
 *
 * @param tally the sums
 */
public record HealthTally(Tally tally) {
    /** Devices kept apart in one counter item; the rest share one. */
    public static final int MOST_DEVICES = 100;

    private static final String DEVICE_MEASURED = "measured@";
    private static final String DEVICE_NEAR = "near@";
    private static final String OTHER = "…other";

    /** Sums of one report with a run; what it says of how the run ended is its outcome's. */
    public static Map<String, Long> of(Occurrence report, Run run, boolean deviceKept) {
        Map<String, Long> sums = new TreeMap<>();
        switch (run.kind()) {
            case SESSION -> {
                sums.put("runs", 1L);
                sums.put("sessions", (long) run.sessions());
                endOf(report.outcome()).ifPresent(ending -> sums.put("end:" + ending.wireName(), 1L));
            }
            case WARNING -> sums.put("warnings", 1L);
            case EXITS -> {
                sums.put("exit-days", 1L);
                sums.put("exits", (long) run.exits());
                sums.put("exits-limit", (long) run.limitExits());
            }
        }
        run.share().ifPresent(share -> {
            String device = deviceKept ? report.facts().device() : OTHER;
            sums.put("measured", 1L);
            sums.put("tenth:" + Math.min(share / 100, 10), 1L);
            sums.put(DEVICE_MEASURED + device, 1L);
            if (run.isNear()) {
                sums.put("near", 1L);
                sums.put(DEVICE_NEAR + device, 1L);
            }
        });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** How a run ended, by the report's outcome as it stands: a verdict, or the first word of why it is not counted. */
    public static Optional<Ending> endOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Triaged triaged -> Ending.named(triaged.kind());
            case Outcome.Recognised(String format, String summary) -> Ending.named(firstWord(summary));
            case Outcome.Rejected ignored -> Optional.empty();
        };
    }

    /** The part that tells a device is known. */
    public static String deviceKey(String device) {
        return DEVICE_MEASURED + device;
    }

    /** Whether a part tells of a device. */
    public static boolean isDevice(String part) {
        return part.startsWith(DEVICE_MEASURED);
    }

    /** Session records. */
    public long runs() {
        return sum("runs");
    }

    /** Sessions that a person saw; an end that a person saw is one at least. */
    public long sessions() {
        return sum("sessions");
    }

    /** Runs that ended so. */
    public long ended(Ending ending) {
        return sum("end:" + ending.wireName());
    }

    /** OOM warnings whose figure the atlas could judge. */
    public long warnings() {
        return sum("warnings");
    }

    /** Days of devices that MetricKit counted. */
    public long exitDays() {
        return sum("exit-days");
    }

    /** MetricKit's exits in front. */
    public long exits() {
        return sum("exits");
    }

    /** Of them, those at the memory limit. */
    public long limitExits() {
        return sum("exits-limit");
    }

    /** How close runs came to the limit; the highest share is told in whole tenths. */
    public Headroom headroom() {
        long highest = 0;
        for (int tenth = 0; tenth <= 10; tenth++) {
            highest = sum("tenth:" + tenth) > 0 ? tenth * 100L : highest;
        }
        return new Headroom(sum("measured"), sum("near"), highest);
    }

    /** Runs by tenth of the limit that they reached, the eleventh for the limit and more. */
    public long inTenth(int tenth) {
        return sum("tenth:" + tenth);
    }

    /** How close runs came, by device model. */
    public Map<String, Headroom> byDevice() {
        Map<String, Headroom> devices = new TreeMap<>();
        tally.by().forEach((part, runs) -> {
            if (isDevice(part) && runs > 0) {
                String device = part.substring(DEVICE_MEASURED.length());
                devices.put(device, new Headroom(runs, sum(DEVICE_NEAR + device), 0));
            }
        });
        return devices;
    }

    private long sum(String part) {
        return tally.by().getOrDefault(part, 0L);
    }

    private static String firstWord(String summary) {
        int end = 0;
        while (end < summary.length() && (Character.isLetter(summary.charAt(end)) || summary.charAt(end) == '-')) {
            end++;
        }
        return summary.substring(0, end);
    }
}
