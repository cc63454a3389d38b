package dev.flotsam.local.s3;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The notification of one object. Source: Amazon S3 User Guide, "Event message structure"; keys are form-encoded (a
 * space is {@code +}), slashes are kept.
 *
 * @param name {@code ObjectCreated:Put}
 * @param size in bytes
 * @param sequencer hexadecimal, orders the events of a key
 */
record ObjectEvent(String name, String bucket, String key, long size, String eTag, String sequencer, Instant time) {
    byte[] json() {
        ObjectNode event = new JsonMapper().createObjectNode();
        ObjectNode entry = event.putArray("Records").addObject();
        entry.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", "us-east-1")
                .put("eventTime", time.toString())
                .put("eventName", name);
        entry.putObject("userIdentity").put("principalId", "AWS:LOCAL");
        entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        entry.putObject("responseElements").put("x-amz-request-id", sequencer).put("x-amz-id-2", "local");
        ObjectNode s3 = entry.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", "local");
        ObjectNode in = s3.putObject("bucket");
        in.put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
        in.putObject("ownerIdentity").put("principalId", "LOCAL");
        s3.putObject("object")
                .put("key", encoded(key))
                .put("size", size)
                .put("eTag", eTag)
                .put("sequencer", sequencer);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
