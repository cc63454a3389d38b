package dev.flotsam.memory.jetsam;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of {@code processes}. Only killed processes have a {@code reason}.
 *
 * @param name as listed: cut at 16 characters through iOS 9, at 32 since
 * @param uuid of the main image, lower case; empty if absent. With the pid the only way to tell namesakes apart
 * @param pid −1 if absent
 * @param states such as "frontmost", "suspended", "daemon", "idle"; "daemon" is also the fallback for apps
 * @param pages footprint in pages, listed as "rpages"; absent if not a sane number
 * @param peakPages {@code lifetimeMax}: the footprint's peak since iOS 13, the resident peak before
 * @param coalition processes of one app share it; −1 if absent
 * @param priority jetsam band; ten times larger since iOS 16; −1 if absent
 * @param reason why it was killed, as listed
 * @param codeSigningFlags {@code csFlags}, 0 if absent
 */
public record JetsamProcess(
        String name,
        String uuid,
        long pid,
        List<String> states,
        Optional<Long> pages,
        Optional<Long> peakPages,
        long coalition,
        long priority,
        Optional<String> reason,
        long codeSigningFlags) {
    public JetsamProcess {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uuid, "uuid");
        states = List.copyOf(states);
    }

    /** Shown to the person: extensions and SpringBoard carry the state too. */
    public boolean inFront() {
        return states.contains("frontmost");
    }

    /** Not running, only resident. */
    public boolean suspended() {
        return states.contains("suspended");
    }
}
