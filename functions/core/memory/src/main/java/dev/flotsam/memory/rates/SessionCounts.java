package dev.flotsam.memory.rates;

import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.SessionRecord.Durations;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Verdict;

/**
 * Sessions and how they ended: counters only, so that merging is adding. A run that a client reports as several sessions
 * (RunSummary) counts as that many, and its end as one.
 *
 * @param sessions sessions that a person saw
 * @param crashes of them, ended by a crash or the watchdog
 * @param foomLimit ended at the own memory limit
 * @param foomPressure ended because the system ran short of memory
 * @param unknown ended for an unknown reason
 */
public record SessionCounts(long sessions, long crashes, long foomLimit, long foomPressure, long unknown) {
    /** No session yet. */
    public static final SessionCounts NONE = new SessionCounts(0, 0, 0, 0, 0);

    /** One run with its verdict. */
    public static SessionCounts of(SessionRecord record, Verdict verdict) {
        Durations durations = record.durations();
        boolean seen = record.flags().inFront().orElse(false);
        Ending ending = verdict.ending();
        boolean seenEnd = ending == Ending.CRASH || ending == Ending.WATCHDOG || ending.foom();
        long told = durations.equals(Durations.UNKNOWN) ? (seen ? 1 : 0) : durations.seenSessions();
        return new SessionCounts(
                Math.max(told, seenEnd ? 1 : 0),
                ending == Ending.CRASH || ending == Ending.WATCHDOG ? 1 : 0,
                ending == Ending.FOOM_LIMIT ? 1 : 0,
                ending == Ending.FOOM_PRESSURE ? 1 : 0,
                ending == Ending.UNKNOWN && seen ? 1 : 0);
    }

    /** Both parts' sessions. */
    public SessionCounts merge(SessionCounts other) {
        return new SessionCounts(
                sessions + other.sessions,
                crashes + other.crashes,
                foomLimit + other.foomLimit,
                foomPressure + other.foomPressure,
                unknown + other.unknown);
    }

    /** These sessions without some: a revised verdict takes its old count back and adds the new one. */
    public SessionCounts less(SessionCounts other) {
        return new SessionCounts(
                sessions - other.sessions,
                crashes - other.crashes,
                foomLimit - other.foomLimit,
                foomPressure - other.foomPressure,
                unknown - other.unknown);
    }

    /** Share of sessions that no crash ended, 0 to 1; 1 without sessions. */
    public double crashFree() {
        return freeOf(crashes);
    }

    /** Share of sessions that no FOOM ended, 0 to 1; 1 without sessions. */
    public double foomFree() {
        return freeOf(foomLimit + foomPressure);
    }

    private double freeOf(long ended) {
        return sessions <= 0 ? 1 : Math.max(0, 1 - (double) ended / sessions);
    }
}
