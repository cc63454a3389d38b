package dev.flotsam.local.host;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.template.Trigger.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Invokes a function at a fixed rate with the event that EventBridge sends. A failure waits for the next time. */
public final class Timetable implements AutoCloseable {
    private final Thread thread;

    private Timetable(Thread thread) {
        this.thread = thread;
    }

    /** Starts; the first event comes when one period is over. */
    public static Timetable start(Schedule schedule, FunctionPool function, InstantSource clock) {
        return new Timetable(Thread.ofVirtual()
                .name("schedule-" + schedule.name())
                .start(() -> {
                    try {
                        while (true) {
                            Thread.sleep(schedule.every());
                            ring(schedule, function, clock);
                        }
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    /** One event now, whatever the schedule says. */
    public static InvocationResult ring(Schedule schedule, FunctionPool function, InstantSource clock)
            throws InterruptedException {
        String arn = "arn:aws:events:us-east-1:000000000000:rule/" + schedule.name();
        return function.invoke(event(arn, clock.instant()));
    }

    private static byte[] event(String arn, Instant now) {
        ObjectNode event = new JsonMapper().createObjectNode();
        event.put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", "000000000000")
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", "us-east-1");
        event.putArray("resources").add(arn);
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
