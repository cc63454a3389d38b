package dev.flotsam.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A form for one object, signed as Amazon S3's API Reference says under "Browser-Based Uploads Using POST". */
final class PresignedPost {
    private final URI url;
    private final Map<String, String> fields = new LinkedHashMap<>();

    PresignedPost(Endpoints endpoints, String key, int mostBytes) throws GeneralSecurityException {
        Instant now = Instant.now();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        String scope = time.substring(0, 8) + "/us-east-1/s3/aws4_request";
        String credential = endpoints.credentials().accessKey() + "/" + scope;
        String policy = """
                {"expiration":"%s","conditions":[{"bucket":"%s"},{"key":"%s"},["content-length-range",1,%d],
                {"x-amz-algorithm":"AWS4-HMAC-SHA256"},{"x-amz-credential":"%s"},{"x-amz-date":"%s"}]}
                """.formatted(
                        now.plusSeconds(300).truncatedTo(ChronoUnit.MILLIS),
                        endpoints.bucket(),
                        key,
                        mostBytes,
                        credential,
                        time);
        String encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        byte[] signingKey = ("AWS4" + endpoints.credentials().secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            signingKey = hmac(signingKey, part);
        }
        url = endpoints.s3().resolve("/" + endpoints.bucket());
        fields.put("key", key);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-date", time);
        fields.put("policy", encoded);
        fields.put("x-amz-signature", HexFormat.of().formatHex(hmac(signingKey, encoded)));
    }

    /** The same signature for a key that was not signed. */
    PresignedPost withKey(String key) {
        fields.put("key", key);
        return this;
    }

    HttpResponse<String> send(String content) throws IOException, InterruptedException {
        var form = new StringBuilder();
        fields.forEach((name, value) -> form.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        form.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                .append(content)
                .append("\r\n--b--\r\n");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(form.toString()))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
