package dev.flotsam.local.s3;

import dev.flotsam.local.http.Loopback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The S3 API over a folder, bound to loopback, telling a listener of every object that has arrived. */
public final class S3Server implements AutoCloseable {
    private final S3Proxy server;
    private final WatchedStore store;
    private final Arrivals arrivals;

    private S3Server(S3Proxy server, WatchedStore store, Arrivals arrivals) {
        this.server = server;
        this.store = store;
        this.arrivals = arrivals;
    }

    /**
     * Starts the server and makes its buckets.
     *
     * @param folder keeps the objects
     * @param port 0 for any free one
     */
    public static S3Server start(
            Path folder, int port, Credentials credentials, Iterable<String> buckets, Arrivals arrivals)
            throws IOException {
        Files.createDirectories(folder);
        var files = new FilesystemNio2BlobStore(folder.toString());
        for (String bucket : buckets) {
            if (!files.containerExists(bucket)) {
                files.createContainer(bucket);
            }
        }
        var store = new WatchedStore(files, arrivals);
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, credentials.accessKey(), credentials.secretKey())
                .build();
        try {
            server.start();
            return new S3Server(server, store, arrivals);
        } catch (Exception failure) {
            throw Loopback.startFailure("S3", port, failure);
        }
    }

    /** Announces what was being written when the last process ended. */
    public void announceInterrupted() throws IOException {
        arrivals.recover(store.delegate());
    }

    /** Puts an object without the detour over HTTP, with the same consequences. */
    public void put(String bucket, String key, byte[] content) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentLength((long) content.length)
                .build();
        store.putBlob(request, new ByteArrayInputStream(content));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("S3 does not stop", failure);
        }
    }

    /** What a client signs with. */
    public record Credentials(String accessKey, String secretKey) {}
}
