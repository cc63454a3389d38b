package dev.flotsam.triage.alert;

import dev.flotsam.triage.Text;
import java.util.regex.Pattern;

/**
 * Names one hook.
 *
 * @param value 1 to 32 lower-case letters and digits
 */
public record HookId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{1,32}");

    public HookId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a hook id is 1 to 32 lower-case letters and digits, not \"" + Text.shorten(value, 40) + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
