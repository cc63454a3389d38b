package dev.flotsam.aws.s3;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.PostForms;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Presigned POST forms, which the SDK doesn't make: unlike a presigned PUT they bound the size. Signed as Amazon S3's API
 * Reference says under "Browser-Based Uploads Using POST (AWS Signature Version 4)".
 */
public final class S3PostForms implements PostForms {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private final URI url;
    private final String bucket;
    private final String region;
    private final Supplier<AwsCredentialsIdentity> credentials;

    /** Takes what the client knows of endpoint, region and credentials; no call is made. */
    public S3PostForms(S3Client client, String bucket) {
        AwsServiceClientConfiguration known = client.serviceClientConfiguration();
        String object = client.utilities()
                .getUrl(request -> request.bucket(bucket).key(PostForm.KEY))
                .toString();
        this.url = URI.create(object.substring(0, object.length() - PostForm.KEY.length()));
        this.bucket = bucket;
        this.region = known.region().id();
        this.credentials = () -> known.credentialsProvider().resolveIdentity().join();
    }

    @Override
    public PostForm sign(String key, long mostBytes, Instant now, Duration valid) {
        AwsCredentialsIdentity identity = credentials.get();
        String time = TIME.format(now);
        String scope = time.substring(0, 8) + "/" + region + "/s3/aws4_request";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(PostForm.KEY, key);
        fields.put("x-amz-algorithm", ALGORITHM);
        fields.put("x-amz-credential", identity.accessKeyId() + "/" + scope);
        fields.put("x-amz-date", time);
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            fields.put("x-amz-security-token", session.sessionToken());
        }
        Instant expires = now.plus(valid);
        String policy = policy(fields, mostBytes, expires);
        fields.put("policy", policy);
        fields.put("x-amz-signature", signature(identity.secretAccessKey(), scope, policy));
        return new PostForm(url, fields, expires);
    }

    private String policy(Map<String, String> fields, long mostBytes, Instant expires) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(
                    "expiration",
                    expires.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
            json.writeArrayFieldStart("conditions");
            exactly(json, "bucket", bucket);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                exactly(json, field.getKey(), field.getValue());
            }
            json.writeStartArray();
            json.writeString("content-length-range");
            json.writeNumber(1);
            json.writeNumber(mostBytes);
            json.writeEndArray();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can't fail", e);
        }
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void exactly(JsonGenerator json, String field, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField(field, value);
        json.writeEndObject();
    }

    private static String signature(String secret, String scope, String policy) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
