package dev.flotsam.contracts.fake;

import dev.flotsam.triage.upload.Quota;
import dev.flotsam.triage.upload.Quotas;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Quotas in memory. */
public final class FakeQuotas implements Quotas {
    private final Map<String, long[]> taken = new HashMap<>();

    @Override
    public synchronized boolean take(String key, LocalDate day, long bytes, Quota quota) {
        long[] sums = taken.computeIfAbsent(key + " " + day, none -> new long[2]);
        if (sums[0] + 1 > quota.uploads() || sums[1] + bytes > quota.bytes()) {
            return false;
        }
        sums[0]++;
        sums[1] += bytes;
        return true;
    }
}
