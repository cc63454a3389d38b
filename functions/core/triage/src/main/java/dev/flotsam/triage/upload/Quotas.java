package dev.flotsam.triage.upload;

import java.time.LocalDate;

/** Counts what keys upload, day by day. */
public interface Quotas {

    /**
     * Takes one upload off a day's quota, if it has room for it. Atomic; a taking whose reply was lost may count twice.
     *
     * @param key hash of the key
     * @param bytes of the upload
     * @return whether there was room; nothing is taken if not
     */
    boolean take(String key, LocalDate day, long bytes, Quota quota);
}
