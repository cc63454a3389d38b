package dev.flotsam.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** S3's PutObject with a Signature Version 4 ("Authenticating Requests", Amazon S3 API Reference). */
final class SignedPut {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String HEADERS = "host;x-amz-content-sha256;x-amz-date";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Deployment.Bucket bucket;

    SignedPut(Deployment.Bucket bucket) {
        this.bucket = bucket;
    }

    void put(String key, Path file, Instant now) throws IOException, InterruptedException {
        HttpResponse<String> answer = Api.Wire.send(client, request(key, file, now), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the bucket refused " + file + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    HttpRequest request(String key, Path file, Instant now) throws IOException {
        String path = "/" + bucket.name() + "/" + encoded(key);
        String time = TIME.format(now);
        String hash = hash(file);
        return HttpRequest.newBuilder(URI.create(bucket.endpoint() + path))
                .header("x-amz-date", time)
                .header("x-amz-content-sha256", hash)
                .header("Authorization", authorization(path, time, hash))
                .PUT(BodyPublishers.ofFile(file))
                .build();
    }

    private String authorization(String path, String time, String hash) {
        String date = time.substring(0, 8);
        String scope = date + "/" + bucket.region() + "/s3/aws4_request";
        String canonical = String.join(
                "\n",
                "PUT",
                path,
                "",
                "host:" + bucket.endpoint().getAuthority(),
                "x-amz-content-sha256:" + hash,
                "x-amz-date:" + time,
                "",
                HEADERS,
                hash);
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hex(sha256(canonical)));
        byte[] signingKey = hmac(("AWS4" + bucket.secretKey()).getBytes(StandardCharsets.UTF_8), date);
        for (String part : new String[] {bucket.region(), "s3", "aws4_request"}) {
            signingKey = hmac(signingKey, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + bucket.accessKey() + "/" + scope + ", SignedHeaders=" + HEADERS
                + ", Signature=" + hex(hmac(signingKey, toSign));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest.digest());
    }

    private static byte[] sha256(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
