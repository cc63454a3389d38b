/** OOM warning records: a run whose memory crossed a threshold, before anything was killed. */
package dev.flotsam.memory.warning;
