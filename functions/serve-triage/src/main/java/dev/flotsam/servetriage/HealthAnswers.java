package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flotsam.memory.atlas.Headroom;
import dev.flotsam.memory.rates.Calibration;
import dev.flotsam.memory.rates.SessionCounts;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.absorb.DistinctCount;
import dev.flotsam.triage.health.HealthTally;
import dev.flotsam.triage.health.ShowHealth.Shown;
import dev.flotsam.triage.health.ShowHealth.VersionHealth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the API says about the health of apps. */
final class HealthAnswers {
    private static final int TENTHS = 11;

    private HealthAnswers() {}

    static HealthList list(String app, Shown shown) {
        return new HealthList(
                app,
                shown.versions().stream().map(HealthAnswers::line).toList(),
                shown.next().map(Cursor::of).orElse(null));
    }

    private static VersionLine line(VersionHealth health) {
        HealthTally sums = health.sums();
        SessionCounts counts = new SessionCounts(
                sums.sessions(),
                sums.ended(Ending.CRASH) + sums.ended(Ending.WATCHDOG),
                sums.ended(Ending.FOOM_LIMIT),
                sums.ended(Ending.FOOM_PRESSURE),
                sums.ended(Ending.UNKNOWN));
        boolean known = counts.sessions() > 0;
        VersionAndBuild version = VersionAndBuild.of(health.version());
        return new VersionLine(
                version.version(),
                version.build(),
                sums.runs(),
                counts.sessions(),
                known ? counts.crashFree() : null,
                known ? counts.foomFree() : null,
                counts.crashes(),
                counts.foomLimit(),
                counts.foomPressure(),
                sums.ended(Ending.BOOM),
                counts.unknown(),
                devices(health),
                headroom(sums),
                metricKit(sums, counts));
    }

    private static DeviceShare devices(VersionHealth health) {
        long all = health.all().devices().estimate();
        return new DeviceShare(
                all,
                DistinctCount.STANDARD_ERROR,
                free(all, health.crashed().devices().estimate()),
                free(all, health.foomed().devices().estimate()),
                health.crashed().stale() || health.foomed().stale());
    }

    private static Double free(long all, long hit) {
        return all == 0 ? null : Math.clamp(1 - (double) hit / all, 0.0, 1.0);
    }

    private static HeadroomLine headroom(HealthTally sums) {
        Headroom headroom = sums.headroom();
        return new HeadroomLine(
                headroom.runs(),
                headroom.above90(),
                headroom.runs() == 0 ? null : headroom.shareAbove90(),
                IntStream.range(0, TENTHS).mapToObj(sums::inTenth).toList(),
                sums.byDevice().entrySet().stream()
                        .map(device -> new DeviceLine(
                                device.getKey(),
                                device.getValue().runs(),
                                device.getValue().above90()))
                        .sorted(Comparator.comparing(DeviceLine::runs)
                                .reversed()
                                .thenComparing(DeviceLine::device))
                        .toList());
    }

    private static MetricKitLine metricKit(HealthTally sums, SessionCounts ours) {
        Calibration both = new Calibration(ours, sums.exits(), sums.limitExits(), sums.exitDays());
        return new MetricKitLine(
                sums.exitDays(), sums.exits(), sums.limitExits(), both.ratio().orElse(null));
    }

    /**
     * A page of apps.
     *
     * @param apps sorted
     * @param next cursor of the next page, null at the end
     */
    record AppList(List<AppLine> apps, String next) {}

    /**
     * An app.
     *
     * @param id bundle identifier or process name
     */
    record AppLine(String id) {}

    /**
     * A page of versions.
     *
     * @param versions newest first
     * @param next cursor of the next page, null at the end
     */
    record HealthList(String app, List<VersionLine> versions, String next) {}

    /**
     * How one version does. Counts are exact.
     *
     * @param runs session records
     * @param sessions sessions that a person saw
     * @param crashFree share of sessions that no crash ended, null without sessions
     * @param foomFree share of sessions that did not end out of memory in front, null without sessions
     * @param foomLimit ended at the own memory limit, in front
     * @param foomPressure ended because the system ran short, in front
     * @param boom ended out of memory, not in front
     * @param unknown ended for an unknown reason
     */
    record VersionLine(
            String version,
            String build,
            long runs,
            long sessions,
            @JsonProperty("crash_free_sessions") Double crashFree,
            @JsonProperty("foom_free_sessions") Double foomFree,
            long crashes,
            @JsonProperty("foom_limit") long foomLimit,
            @JsonProperty("foom_pressure") long foomPressure,
            long boom,
            long unknown,
            DeviceShare devices,
            HeadroomLine headroom,
            MetricKitLine metrickit) {}

    /**
     * Distinct devices, estimated.
     *
     * @param count about how many
     * @param error standard error of the estimates, as a fraction
     * @param crashFree share of devices that never crashed
     * @param foomFree share of devices that never ran out of memory in front
     * @param wide a verdict was revised since, so the shares may be too low
     */
    record DeviceShare(
            long count,
            double error,
            @JsonProperty("crash_free") Double crashFree,
            @JsonProperty("foom_free") Double foomFree,
            boolean wide) {}

    /**
     * How close runs came to the memory limit.
     *
     * @param runs runs whose highest memory and limit are known
     * @param above90 of them, those above 90 %
     * @param share above90 of runs
     * @param tenths runs by tenth of the limit reached, the eleventh for the limit and more
     * @param devices by model, most runs first
     */
    record HeadroomLine(
            long runs,
            @JsonProperty("above_90") long above90,
            @JsonProperty("share_above_90") Double share,
            List<Long> tenths,
            List<DeviceLine> devices) {}

    /**
     * Headroom on one device model.
     *
     * @param device model
     */
    record DeviceLine(
            String device,
            long runs,
            @JsonProperty("above_90") long above90) {}

    /**
     * MetricKit's counts of the version.
     *
     * @param deviceDays days of devices that it counted
     * @param exits exits in front, whatever the cause
     * @param limitExits of them, those at the memory limit
     * @param ratio our share of foom-limit ends by their share of memory-limit exits, null while either is unknown or
     *     zero; two populations, so it is neither precision nor recall
     */
    record MetricKitLine(
            @JsonProperty("device_days") long deviceDays,
            @JsonProperty("foreground_exits") long exits,
            @JsonProperty("memory_limit_exits") long limitExits,
            @JsonProperty("foom_limit_ratio") Double ratio) {}
}
