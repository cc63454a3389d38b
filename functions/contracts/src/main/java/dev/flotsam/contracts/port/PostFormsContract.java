package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.PostForms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every signer of forms does, and the bucket that takes them. */
public abstract class PostFormsContract {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final String KEY = "crashes/2026-03-02/0f/App_2026.ips";

    /** Signs for the bucket that {@link #post} talks to. */
    protected abstract PostForms forms();

    /** A time that the bucket takes for now. */
    protected abstract Instant now();

    /** Sends a form; whether the bucket took it. */
    protected abstract boolean post(PostForm form, byte[] file);

    /** What the bucket holds under a key. */
    protected abstract Optional<byte[]> stored(String key);

    @Test
    void aFormStoresItsObject() {
        PostForm form = forms().sign(KEY, 10, now(), VALID);
        assertThat(form.key()).isEqualTo(KEY);
        assertThat(form.expires()).isEqualTo(now().plus(VALID));
        assertThat(post(form, bytes("ten bytes!"))).isTrue();
        assertThat(stored(KEY).map(String::new)).contains("ten bytes!");
    }

    @Test
    void moreBytesAreRefused() {
        assertThat(post(forms().sign(KEY, 10, now(), VALID), bytes("eleven byte")))
                .isFalse();
        assertThat(stored(KEY)).isEmpty();
    }

    @Test
    void anotherKeyIsRefused() {
        PostForm form = forms().sign(KEY, 10, now(), VALID);
        assertThat(post(with(form, PostForm.KEY, "crashes/another.ips"), bytes("x")))
                .isFalse();
        assertThat(stored("crashes/another.ips")).isEmpty();
    }

    @Test
    void aFormThatExpiredIsRefused() {
        Instant longAgo = UPLOADED.minus(Duration.ofDays(400));
        assertThat(post(forms().sign(KEY, 10, longAgo, VALID), bytes("x"))).isFalse();
        assertThat(stored(KEY)).isEmpty();
    }

    private static PostForm with(PostForm form, String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put(field, value);
        return new PostForm(form.url(), fields, form.expires());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
