package dev.flotsam.triage.examine;

import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.json.JsonList;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonNumber;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.signature.SignableFrame;
import dev.flotsam.signature.SignableStack;
import dev.flotsam.signature.SignableStack.AppCode;
import dev.flotsam.signature.SignableStack.Cause;
import dev.flotsam.signature.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stack of a hung main thread as clients write it: lines of text, a list of lines, or objects that name functions.
 * Read for its function names, signed like a crash.
 */
final class HangStack {
    /** Most frames read. */
    static final int MOST_FRAMES = 64;

    private static final int NAME_CHARACTERS = 500;

    private final List<SignableFrame> frames = new ArrayList<>();

    private HangStack() {}

    /** What a deadlock is grouped by; empty if the record holds no stack with names. */
    static Optional<Evidence> of(SessionRecord record, Signer signer) {
        List<SignableFrame> frames = frames(record.hangStack());
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        Cause hang = new Cause(ParsedReport.Kind.HANG, "", "", "", "", "", false, "", Optional.empty());
        String id = record.build().appId();
        AppCode app = new AppCode(id, id.substring(id.lastIndexOf('.') + 1), "");
        List<String> signed =
                signer.sign(new SignableStack(hang, app, frames)).signature().frames();
        return signed.isEmpty() ? Optional.empty() : Optional.of(new Evidence(Evidence.HANG_STACK, signed, 0));
    }

    /** Its frames with a name, innermost first. */
    static List<SignableFrame> frames(JsonValue stack) {
        HangStack read = new HangStack();
        read.add(stack);
        return read.frames;
    }

    private void add(JsonValue value) {
        if (frames.size() >= MOST_FRAMES) {
            return;
        }
        switch (value) {
            case JsonText text -> text.text().lines().limit(MOST_FRAMES).forEach(this::addLine);
            case JsonList list -> list.elements().forEach(this::add);
            case JsonObject object -> addObject(object);
            case JsonNumber _, JsonLiteral _ -> {}
        }
    }

    private void addObject(JsonObject object) {
        String function = object.firstOf("function", "symbol", "symbol_name", "name", "method")
                .text();
        if (function.isEmpty()) {
            object.members().stream().map(JsonMember::value).forEach(this::add);
        } else {
            addFrame(object.firstOf("image", "module", "object_name", "binary").text(), function);
        }
    }

    /** Such as {@code 3   Driftwood   0x0000000102f41a20 -[Album load] + 52}; a bare name is one too. */
    private void addLine(String line) {
        String rest = line.strip();
        int address = rest.indexOf(" 0x");
        if (address < 0) {
            addFrame("", withoutOffset(rest));
            return;
        }
        String image = withoutIndex(rest.substring(0, address).strip());
        int end = rest.indexOf(' ', address + 1);
        addFrame(image, end < 0 ? "" : withoutOffset(rest.substring(end + 1).strip()));
    }

    private static String withoutIndex(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < text.length() && text.charAt(digits) == ' '
                ? text.substring(digits).strip()
                : text;
    }

    private static String withoutOffset(String text) {
        int plus = text.lastIndexOf(" + ");
        boolean offset = plus >= 0 && text.substring(plus + 3).chars().allMatch(Character::isDigit);
        return offset ? text.substring(0, plus).strip() : text;
    }

    private void addFrame(String image, String function) {
        boolean named = !function.isEmpty() && !function.startsWith("0x") && frames.size() < MOST_FRAMES;
        if (named) {
            frames.add(SignableFrame.named(image, function.substring(0, Math.min(NAME_CHARACTERS, function.length()))));
        }
    }
}
