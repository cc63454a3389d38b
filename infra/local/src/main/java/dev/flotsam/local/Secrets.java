package dev.flotsam.local;

import dev.flotsam.local.s3.S3Server.Credentials;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What lets people in.
 *
 * @param key for the API, 256 random bits
 */
record Secrets(String key, Credentials credentials) {
    private static final int KEY_BYTES = 32;
    private static final int SECRET_BYTES = 30;

    static Secrets random(RandomGenerator random) {
        // DynamoDB Local takes letters and digits only.
        return new Secrets(
                "fl_" + text(random, KEY_BYTES), new Credentials("FLOTSAMLOCAL", text(random, SECRET_BYTES)));
    }

    private static String text(RandomGenerator random, int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
