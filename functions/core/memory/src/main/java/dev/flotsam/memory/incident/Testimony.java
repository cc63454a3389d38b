package dev.flotsam.memory.incident;

import dev.flotsam.memory.incident.RunTrail.Run;
import dev.flotsam.memory.jetsam.EndInEvent;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.warning.MemoryWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When, of which run and of which app a witness speaks. */
final class Testimony {
    /** A record is rewritten while its run goes on; longer after its last writing a witness is of another run. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private Testimony() {}

    static String runOf(Witness witness) {
        return switch (witness) {
            case Witness.Session session -> session.record().run().id();
            case Witness.Crash crash -> crash.facts().run();
            case Witness.MemoryException exception -> exception.facts().run();
            case Witness.Jetsam _ -> "";
            case Witness.Warning warning -> warning.warning().run();
            case Witness.Picture picture -> picture.run().id();
        };
    }

    static Optional<Instant> timeOf(Witness witness) {
        return switch (witness) {
            case Witness.Session session -> session.record().run().started();
            case Witness.Crash crash -> crash.facts().captured();
            case Witness.MemoryException exception -> exception.facts().captured();
            case Witness.Jetsam jetsam -> jetsam.event().captured();
            case Witness.Warning warning -> warning.warning().crossed();
            case Witness.Picture picture -> picture.run().lastSeen();
        };
    }

    static Optional<Instant> launchOf(Witness witness) {
        return switch (witness) {
            case Witness.Session session -> session.record().run().started();
            case Witness.Crash crash -> crash.facts().launched();
            case Witness.MemoryException exception -> exception.facts().launched();
            case Witness.Picture picture -> picture.run().started();
            case Witness.Jetsam _, Witness.Warning _ -> Optional.empty();
        };
    }

    /** Whether nothing speaks against the witness being of the run: app, launch time, silence before. */
    static boolean fits(Witness witness, Run run) {
        SessionRecord record = run.record();
        return switch (witness) {
            case Witness.Session _ -> false;
            case Witness.Crash crash -> fits(crash.facts(), record);
            case Witness.MemoryException exception -> fits(exception.facts(), record);
            case Witness.Jetsam jetsam ->
                jetsam.event().captured().isPresent()
                        && soon(jetsam.event().captured().get(), record)
                        && killed(jetsam.event(), record.build()).isPresent();
            case Witness.Warning warning -> fits(warning.warning(), record);
            case Witness.Picture picture -> fits(picture, run);
        };
    }

    private static boolean fits(ReportFacts facts, SessionRecord record) {
        Build build = record.build();
        boolean sameLaunch = facts.launched()
                .flatMap(launch -> record.run().started().map(start -> RunTrail.close(launch, start)))
                .orElse(true);
        boolean inTime = facts.captured().map(moment -> soon(moment, record)).orElse(true);
        return sameLaunch && inTime && agree(facts.appId(), build.appId()) && agree(facts.build(), build.build());
    }

    private static boolean fits(MemoryWarning warning, SessionRecord record) {
        return agree(warning.appId(), record.build().appId())
                && warning.crossed().map(moment -> soon(moment, record)).orElse(false);
    }

    /** A picture that names another run is of that run, however close. */
    private static boolean fits(Witness.Picture picture, Run run) {
        SessionRecord record = run.record();
        return (picture.run().id().isEmpty() || run.names().isEmpty())
                && agree(picture.build().appId(), record.build().appId())
                && agree(picture.build().build(), record.build().build())
                && picture.run()
                        .lastSeen()
                        .or(picture.run()::started)
                        .filter(moment -> soon(moment, record))
                        .isPresent();
    }

    private static boolean soon(Instant moment, SessionRecord record) {
        return record.run()
                .lastSeen()
                .map(seen -> !moment.isAfter(seen.plus(LONGEST_SILENCE)))
                .orElse(true);
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** The event's kill of this app, by image UUID, else by the last word of its bundle identifier. */
    static Optional<EndInEvent.Killed> killed(JetsamEvent event, Build build) {
        String name = build.appId().substring(build.appId().lastIndexOf('.') + 1);
        EndInEvent end = event.endOf(build.imageUuid(), name);
        return end instanceof EndInEvent.Killed killed ? Optional.of(killed) : Optional.empty();
    }
}
