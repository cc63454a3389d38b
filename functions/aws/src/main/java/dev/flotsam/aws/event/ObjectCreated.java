package dev.flotsam.aws.event;

import dev.flotsam.report.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that S3 says was stored.
 *
 * @param bucket bucket name
 * @param key object key, decoded: events carry it URL-encoded
 * @param version object version, empty where the bucket has none
 */
public record ObjectCreated(String bucket, String key, String version) {

    /**
     * The objects of an S3 event notification; an {@code s3:TestEvent} has none.
     *
     * @throws IOException if the event is not JSON or a record names no object
     */
    public static List<ObjectCreated> read(InputStream event) throws IOException {
        return of(EventJson.read(event));
    }

    static List<ObjectCreated> of(JsonValue event) throws IOException {
        List<ObjectCreated> objects = new ArrayList<>();
        for (JsonValue entry : event.get("Records").elements()) {
            String bucket = entry.at("s3", "bucket", "name").text();
            String key = entry.at("s3", "object", "key").text();
            if (bucket.isEmpty() || key.isEmpty()) {
                throw new IOException("event at $.Records[" + objects.size() + "].s3: no bucket name or object key");
            }
            String version = entry.at("s3", "object", "versionId").text();
            objects.add(new ObjectCreated(bucket, URLDecoder.decode(key, StandardCharsets.UTF_8), version));
        }
        return objects;
    }
}
