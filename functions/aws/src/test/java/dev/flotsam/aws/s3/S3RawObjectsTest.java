package dev.flotsam.aws.s3;

import dev.flotsam.contracts.port.RawObjectsContract;
import dev.flotsam.triage.ingest.RawObjects;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

final class S3RawObjectsTest extends RawObjectsContract {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    private String bucket;

    @Override
    protected RawObjects emptyRawObjects() {
        bucket = S3.emptyBucket();
        return new S3RawObjects(S3.client(), bucket);
    }

    @Override
    protected void upload(String key, byte[] bytes) {
        S3.client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }
}
