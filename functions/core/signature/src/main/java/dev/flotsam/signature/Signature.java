package dev.flotsam.signature;

import java.util.List;
import java.util.Objects;

/**
 * Which crashes are the same: reports with equal ids form one cluster (of one app).
 *
 * @param id {@value Limits#ID_HEX_DIGITS} hex digits over ruleset, kind and frames
 * @param ruleset version of the rules that made it
 * @param kind family of the cause, such as "bad-access" or "nsexception NSRangeException"
 * @param title {@code kind | frame | frame}, at most {@value Limits#TITLE_CHARACTERS} characters
 * @param frames what was signed on, innermost first
 * @param unstable a signed frame has no sure name: the id changes when its dSYM arrives
 * @param weak the stack told nothing; reports were grouped by image and exception only
 */
public record Signature(
        String id, String ruleset, String kind, String title, List<String> frames, boolean unstable, boolean weak) {

    public Signature {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ruleset, "ruleset");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        frames = List.copyOf(frames);
    }
}
