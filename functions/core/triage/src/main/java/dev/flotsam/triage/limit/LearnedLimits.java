package dev.flotsam.triage.limit;

import dev.flotsam.memory.atlas.LimitEntry;
import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitSample;
import dev.flotsam.memory.atlas.LimitVotes;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.limit.Limits.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The atlas as a function uses it: what it knows is remembered for a minute, and a lesson that changes nothing is not
 * written. What is stored only ever grows towards more votes, so an old memory errs on the side of writing.
 */
public final class LearnedLimits implements KnownLimits {
    /** How long a limit is believed without asking again. */
    public static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** Limits remembered at once. */
    static final int MOST_REMEMBERED = 1_000;

    /** A limit that nobody has told of for so long is forgotten. */
    static final Duration KEPT = Duration.ofDays(400);

    /** Hearing of a limit again prolongs it, but is not written down each time. */
    static final Duration PROLONGED = Duration.ofDays(200);

    private final Limits limits;
    private final Clock clock;
    private final Map<LimitKey, Remembered> memory = new LinkedHashMap<>(16, 0.75f, true);

    /** Over what is stored. */
    public LearnedLimits(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Learns from one report; learning the same again changes nothing. */
    public void learn(List<Lesson> lessons) {
        for (Lesson lesson : lessons) {
            Optional<Kept> known = remembered(lesson.key());
            LimitVotes votes = known.map(Kept::votes).orElse(LimitVotes.NONE);
            LimitVotes more = votes.merge(new LimitVotes(List.of(lesson.vote())));
            Instant now = clock.instant();
            boolean fades = known.isEmpty() || known.get().expires().isBefore(now.plus(PROLONGED));
            if (fades || !more.equals(votes)) {
                Instant expires = now.plus(KEPT);
                limits.merge(lesson.key(), more, expires);
                remember(lesson.key(), Optional.of(new Kept(lesson.key(), more, expires)));
            }
        }
    }

    /** What is known of a limit. */
    public Optional<LimitEntry> entry(LimitKey key) {
        return key.isPlausible() ? remembered(key).map(kept -> kept.votes().entry(key)) : Optional.empty();
    }

    @Override
    public Optional<Long> limitOf(Build build) {
        return LimitSample.keyOf(build, State.ACTIVE).flatMap(this::entry).flatMap(LimitEntry::limit);
    }

    private synchronized Optional<Kept> remembered(LimitKey key) {
        Remembered known = memory.get(key);
        if (known == null || known.read().plus(REMEMBERED).isBefore(clock.instant())) {
            remember(key, limits.find(key));
        }
        return memory.get(key).kept();
    }

    private synchronized void remember(LimitKey key, Optional<Kept> kept) {
        memory.put(key, new Remembered(kept, clock.instant()));
        if (memory.size() > MOST_REMEMBERED) {
            memory.remove(memory.keySet().iterator().next());
        }
    }

    private record Remembered(Optional<Kept> kept, Instant read) {}
}
