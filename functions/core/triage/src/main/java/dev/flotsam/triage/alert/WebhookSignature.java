package dev.flotsam.triage.alert;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs by the Standard Webhooks specification 1.0.0 (standardwebhooks.com): {@code v1,} and the base64 form of
 * HMAC-SHA256 over {@code id.timestamp.body}; one signature for each secret, separated by spaces.
 */
final class WebhookSignature {
    /** How a secret is written: this, then 24 to 64 random bytes in base64. */
    static final String SECRET_PREFIX = "whsec_";

    private WebhookSignature() {}

    /** The three headers of a message. */
    static Map<String, String> headers(String id, Instant sent, String body, List<String> secrets) {
        String timestamp = Long.toString(sent.getEpochSecond());
        String signed = id + "." + timestamp + "." + body;
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature",
                        secrets.stream()
                                .map(secret -> "v1," + sign(signed, secret))
                                .collect(Collectors.joining(" ")));
    }

    /** A secret as it is stored and shown. */
    static String secret(byte[] random) {
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(random);
    }

    private static String sign(String signed, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    /** Secrets that someone stored by hand may be no base64: their characters are the key then. */
    private static byte[] key(String secret) {
        String encoded = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
    }
}
