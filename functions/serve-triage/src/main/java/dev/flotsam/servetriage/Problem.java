package dev.flotsam.servetriage;

import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.upload.Quota;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A request that can't be answered, as an RFC 9457 problem document. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Document document;

    private Problem(int status, String code, String title, String detail) {
        super(title + ": " + detail);
        this.document = new Document("urn:flotsam:problem:" + code, title, status, detail);
    }

    /** No key, or one that is not known. */
    static Problem unauthorized() {
        return new Problem(
                401,
                "no-key",
                "No valid API key",
                "send your key as \"Authorization: Bearer KEY\"; `flotsam up` prints one, an admin makes more");
    }

    /** A key without the role. */
    static Problem forbidden(Role role) {
        return new Problem(
                403, "no-role", "The key may not do this", "this needs a key with the role \"" + role.word() + "\"");
    }

    /** A key for some apps where what is asked for doesn't say whose it is. */
    static Problem forbiddenForSomeApps(String what) {
        return new Problem(
                403,
                "some-apps",
                "The key sees only some apps",
                what + " don't say whose they are: use a key for all apps");
    }

    /** Nothing there that the key sees: which of the two is not told. */
    static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", "there is no " + what + " that this key can see");
    }

    /** A parameter or body that is wrong. */
    static Problem badRequest(String detail) {
        return new Problem(400, "bad-request", "The request is wrong", detail);
    }

    /** A change that doesn't say what it was made of. */
    static Problem preconditionRequired() {
        return new Problem(
                428,
                "no-revision",
                "The change names no revision",
                "send \"If-Match: N\" with the revision you looked at, 0 for a cluster nobody has touched");
    }

    /** Somebody else was quicker. */
    static Problem changedMeanwhile(long revision) {
        return new Problem(
                412,
                "changed-meanwhile",
                "Somebody else changed it",
                "revision " + revision + " stands now: look at it again");
    }

    /** What is asked contradicts what stands. */
    static Problem conflict(String title, String detail) {
        return new Problem(409, "conflict", title, detail);
    }

    /** A body that is too large. */
    static Problem tooLarge(long bytes, long most) {
        return new Problem(
                413,
                "too-large",
                "The upload is too large",
                bytes + " bytes; at most " + most + " here. Upload it to the bucket instead");
    }

    /** A key that uploaded enough for the day. */
    static Problem quotaSpent(Quota quota, Instant again) {
        return new Problem(
                429,
                "quota",
                "The key has uploaded enough for today",
                "at most " + quota.uploads() + " uploads of " + quota.bytes() + " bytes together a day; again from "
                        + again + ". Put many reports into one zip or .ndjson.gz");
    }

    /** Its raw bytes are gone. */
    static Problem gone(String what) {
        return new Problem(410, "gone", "Gone", what + " is no longer kept");
    }

    /** Storage that can't answer now. */
    static Problem unavailable() {
        return new Problem(503, "unavailable", "Storage can't answer now", "try again in a moment");
    }

    /** What is sent. */
    Document document() {
        return document;
    }

    /**
     * The document.
     *
     * @param type names the kind of problem
     * @param title what went wrong
     * @param status HTTP status
     * @param detail this time, and what to do
     */
    @RegisterForReflection
    record Document(String type, String title, int status, String detail) {}
}
