package dev.flotsam.aws.s3;

import dev.flotsam.aws.Faults;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.portrait.Portraits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Answers of portraits in the bucket, gzip-compressed: {@code portraits/<report id>.json.gz}. */
public final class S3Portraits implements Portraits {
    private final S3Client client;
    private final String bucket;

    /** Takes the client and the bucket's name. */
    public S3Portraits(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(ReportId report, String json) {
        byte[] packed = packed(json);
        try {
            client.putObject(request -> request.bucket(bucket).key(key(report)), RequestBody.fromBytes(packed));
        } catch (SdkException failure) {
            throw Faults.of("put object " + key(report), failure);
        }
    }

    @Override
    public Optional<String> find(ReportId report) {
        try (InputStream in = new GZIPInputStream(
                client.getObject(request -> request.bucket(bucket).key(key(report))))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw Faults.of("get object " + key(report), failure);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + key(report), broken);
        }
    }

    private static byte[] packed(String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes can't fail", impossible);
        }
        return packed.toByteArray();
    }

    private static String key(ReportId report) {
        return "portraits/" + report + ".json.gz";
    }
}
