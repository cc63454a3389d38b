package dev.flotsam.report.ips;

import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * threadState: general registers as a list under "x" (arm64) or "r" (arm), the others by name as objects with a value.
 */
final class ThreadState {
    private ThreadState() {}

    static Map<String, Long> registers(JsonValue state) {
        if (state.size() == 0) {
            return Map.of();
        }
        Map<String, Long> registers = new HashMap<>();
        for (JsonMember member : state.members()) {
            int number = 0;
            for (JsonValue general : member.value().elements()) {
                String name = member.key() + number++;
                general.integer("value").ifPresent(value -> registers.put(name, value));
            }
            member.value().integer("value").ifPresent(value -> registers.put(member.key(), value));
        }
        return registers;
    }
}
