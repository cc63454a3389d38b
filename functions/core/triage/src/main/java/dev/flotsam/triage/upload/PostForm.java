package dev.flotsam.triage.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A multipart/form-data form to send with the file as its last part.
 *
 * @param url where to
 * @param fields the parts before the file, in order
 * @param expires when the bucket stops taking it
 */
public record PostForm(URI url, Map<String, String> fields, Instant expires) {
    /** Names the object. */
    public static final String KEY = "key";

    public PostForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The object's key. */
    public String key() {
        return fields.get(KEY);
    }
}
