package dev.flotsam.aws.s3;

import dev.flotsam.aws.Faults;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.GsymStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** GSYM files in the bucket, gzip-compressed: {@code gsym/<UUID>/<architecture>/<SHA-256>.gsym.gz}. */
public final class S3GsymStore implements GsymStore {
    private final S3Client client;
    private final String bucket;

    /** Takes the client and the bucket's name. */
    public S3GsymStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public long put(ImageId image, String content, Path gsym) throws IOException {
        Path compressed = gsym.resolveSibling(gsym.getFileName() + ".gz");
        try {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed), 1 << 16)) {
                Files.copy(gsym, out);
            }
            client.putObject(
                    request -> request.bucket(bucket).key(key(image, content)), RequestBody.fromFile(compressed));
            return Files.size(compressed);
        } catch (SdkException failure) {
            throw Faults.of("put object " + key(image, content), failure);
        } finally {
            Files.deleteIfExists(compressed);
        }
    }

    @Override
    public boolean get(ImageId image, String content, Path into) throws IOException {
        try (InputStream in = new GZIPInputStream(
                client.getObject(request -> request.bucket(bucket).key(key(image, content))), 1 << 16)) {
            Files.copy(in, into);
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        } catch (SdkException failure) {
            throw Faults.of("get object " + key(image, content), failure);
        }
    }

    private static String key(ImageId image, String content) {
        return "gsym/" + image.key() + "/" + content + ".gsym.gz";
    }
}
