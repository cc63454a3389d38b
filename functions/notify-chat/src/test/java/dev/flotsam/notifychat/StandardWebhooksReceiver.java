package dev.flotsam.notifychat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver written from the Standard Webhooks specification 1.0.0 alone (standardwebhooks.com, "Verifying signatures"
 * and "Webhook headers"); it shares nothing with the sender.
 */
final class StandardWebhooksReceiver {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;

    StandardWebhooksReceiver(String secret) {
        if (!secret.startsWith("whsec_")) {
            throw new IllegalArgumentException("a symmetric secret starts with whsec_");
        }
        this.key = Base64.getDecoder().decode(secret.substring(6));
    }

    /** Whether the message is genuine and fresh. */
    boolean accepts(Map<String, String> headers, String body, Instant now) {
        String id = headers.get("webhook-id");
        String timestamp = headers.get("webhook-timestamp");
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = hmac(id + "." + timestamp + "." + body);
        boolean genuine = false;
        for (String versioned : headers.get("webhook-signature").split(" ", -1)) {
            String[] parts = versioned.split(",", 2);
            if (parts[0].equals("v1") && parts.length == 2) {
                genuine |= MessageDigest.isEqual(expected, Base64.getDecoder().decode(parts[1]));
            }
        }
        return genuine;
    }

    private byte[] hmac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
